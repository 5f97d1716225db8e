/** What a recipe can be exported as. */
import { datasetNamed } from '../datasets/datasets';
import { EngineError } from '../engine/engine-error';
import { numpyScript } from '../export/numpy-script';
import type { Precision } from '../export/onnx/onnx-format';
import { onnxModel } from '../export/onnx/onnx-model';
import { pytorchScript } from '../export/pytorch-script';
import { type TrainedModel, trainedModel } from '../export/trained-model';
import type { Recipe } from '../recipe/schema';
import { InputError } from './answer';
import { packagedEngine } from './packaged-engine';

export interface Exported {
  readonly content: string | Uint8Array;
  /** What is wrong with it all the same, as a sentence; empty where nothing is. */
  readonly complaint: string;
}

export const FORMATS = {
  numpy: (recipe: Recipe) => program(numpyScript(recipe, datasetNamed(recipe.data.source))),
  pytorch: (recipe: Recipe) => program(pytorchScript(recipe, datasetNamed(recipe.data.source))),
  onnx: trainedOnnx,
} satisfies Record<string, (recipe: Recipe, precision: Precision) => Promise<Exported>>;

export type Format = keyof typeof FORMATS;

async function program(content: string): Promise<Exported> {
  return { content, complaint: '' };
}

async function trainedOnnx(recipe: Recipe, precision: Precision): Promise<Exported> {
  const { model, diverged } = await trainedToEnd(recipe);
  const content = onnxModel(model, datasetNamed(recipe.data.source), precision);
  const complaint = `Training diverged after ${model.batches} batches: a loss or a parameter was no longer a finite number. The model holds the last finite parameters; a smaller optimiser.learningRate may help.`;
  return { content, complaint: diverged ? complaint : '' };
}

async function trainedToEnd(recipe: Recipe): Promise<{ model: TrainedModel; diverged: boolean }> {
  const dataset = datasetNamed(recipe.data.source);
  const engine = await packagedEngine();
  const run = openedRun(() => engine.createRun(recipe, dataset));
  try {
    let progress = run.progress();
    while (progress.status === 'training') progress = run.trainBatches(progress.batchesInEpoch);
    const [shapes, parameters, trainingRows] = [run.parameterShapes, run.parameters(), run.rows('training')];
    const model = trainedModel({ recipe, progress, shapes, parameters, trainingRows }, dataset);
    return { model, diverged: progress.status === 'diverged' };
  } finally {
    run.dispose();
  }
}

/** The engine is there, so what it refuses is this recipe on this data. */
function openedRun<Run>(open: () => Run): Run {
  try {
    return open();
  } catch (error) {
    throw error instanceof EngineError ? new InputError(error.message) : error;
  }
}
