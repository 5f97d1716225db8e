/** The formats that a recipe can be exported as. */
import { datasetNamed } from '../datasets/datasets';
import { CurveRecorder } from '../engine/curve';
import { EngineError } from '../engine/engine-error';
import type { CurvePoint } from '../engine/types';
import { historyCsv, type PredictedRow, predictionsCsv } from '../export/csv';
import { modelJson } from '../export/model-json';
import { numpyScript } from '../export/numpy-script';
import { onnxModel } from '../export/onnx/onnx-model';
import { pytorchScript } from '../export/pytorch-script';
import { type TrainedModel, trainedModel } from '../export/trained-model';
import type { Recipe } from '../recipe/schema';
import { serialiseRecipe } from '../recipe/serialise';
import { InputError } from './answer';
import { packagedEngine } from './packaged-engine';
import { testPredictions } from './train-result';

export interface Exported {
  readonly content: string | Uint8Array;
  /** A warning as a sentence; may be empty. */
  readonly complaint: string;
}

export interface ExportOptions {
  readonly float32: boolean;
  readonly predictions: boolean;
}

/** For a model whose run diverged. */
const LAST_FINITE = 'The model holds the last finite parameters';

export const FORMATS = {
  recipe: async (recipe: Recipe) => whole(serialiseRecipe(recipe)),
  csv: trainedCsv,
  model: trainedJson,
  numpy: async (recipe: Recipe) => whole(numpyScript(recipe, datasetNamed(recipe.data.source))),
  pytorch: async (recipe: Recipe) => whole(pytorchScript(recipe, datasetNamed(recipe.data.source))),
  onnx: trainedOnnx,
} satisfies Record<string, (recipe: Recipe, options: ExportOptions) => Promise<Exported>>;

export type Format = keyof typeof FORMATS;

function whole(content: string): Exported {
  return { content, complaint: '' };
}

async function trainedCsv(recipe: Recipe, { predictions }: ExportOptions): Promise<Exported> {
  const trained = await trainedToEnd(recipe);
  return predictions
    ? {
        content: predictionsCsv(trained.predictions),
        complaint: divergence(trained, 'The predictions are those of the last finite parameters'),
      }
    : { content: historyCsv(trained.losses), complaint: divergence(trained, 'The table ends there') };
}

async function trainedJson(recipe: Recipe): Promise<Exported> {
  const trained = await trainedToEnd(recipe);
  return { content: modelJson(trained.model), complaint: divergence(trained, LAST_FINITE) };
}

async function trainedOnnx(recipe: Recipe, { float32 }: ExportOptions): Promise<Exported> {
  const trained = await trainedToEnd(recipe);
  const content = onnxModel(trained.model, datasetNamed(recipe.data.source), float32 ? 'float32' : 'float64');
  return { content, complaint: divergence(trained, LAST_FINITE) };
}

/** `left` says what the content contains of the run. */
function divergence({ model, diverged }: Trained, left: string): string {
  return diverged
    ? `Training diverged after ${model.batches} batches: a loss or a parameter was no longer a finite number. ${left}; a smaller optimiser.learningRate may help.`
    : '';
}

interface Trained {
  readonly model: TrainedModel;
  readonly losses: readonly CurvePoint[];
  /** For the test rows. */
  readonly predictions: readonly PredictedRow[];
  readonly diverged: boolean;
}

async function trainedToEnd(recipe: Recipe): Promise<Trained> {
  const dataset = datasetNamed(recipe.data.source);
  const engine = await packagedEngine();
  const run = openedRun(() => engine.createRun(recipe, dataset));
  try {
    const curve = new CurveRecorder(run, recipe);
    let progress = run.progress();
    while (progress.status === 'training') progress = curve.trainBatches(progress.batchesInEpoch);
    const [shapes, parameters, trainingRows] = [run.parameterShapes, run.parameters(), run.rows('training')];
    return {
      model: trainedModel({ recipe, progress, shapes, parameters, trainingRows }, dataset),
      losses: curve.points,
      predictions: testPredictions(run),
      diverged: progress.status === 'diverged',
    };
  } finally {
    run.dispose();
  }
}

/** The engine was loaded, so an EngineError is about this recipe on this data. */
function openedRun<Run>(open: () => Run): Run {
  try {
    return open();
  } catch (error) {
    throw error instanceof EngineError ? new InputError(error.message) : error;
  }
}
