import type { Dataset } from '../datasets/dataset';
import { CurveRecorder } from '../engine/curve';
import type { Engine } from '../engine/engine';
import type { Recipe } from '../recipe/schema';
import { type TrainResult, trainResult } from './train-result';

/**
 * Trains a checked recipe until it ends, without a break. Throws the engine's EngineError if data and recipe do not
 * fit.
 */
export function trainToEnd(engine: Engine, recipe: Recipe, dataset: Dataset): TrainResult {
  const run = engine.createRun(recipe, dataset);
  try {
    const curve = new CurveRecorder(run, recipe);
    let progress = run.progress();
    while (progress.status === 'training') progress = curve.trainBatches(progress.batchesInEpoch);
    return trainResult(run, recipe, curve.points);
  } finally {
    run.dispose();
  }
}
