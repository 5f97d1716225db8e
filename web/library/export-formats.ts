/** The formats that a recipe can be exported as. */
import { datasetNamed } from '../datasets/datasets';
import { EngineError } from '../engine/engine-error';
import { historyCsv, predictionsCsv } from '../export/csv';
import { modelJson } from '../export/model-json';
import { numpyNotebook } from '../export/numpy-notebook';
import { numpyScript } from '../export/numpy-script';
import { onnxModel } from '../export/onnx/onnx-model';
import { pytorchScript } from '../export/pytorch-script';
import type { Recipe } from '../recipe/schema';
import { serialiseRecipe } from '../recipe/serialise';
import { InputError } from './answer';
import { modelOf } from './network';
import { packagedEngine } from './packaged-engine';
import { trainInSlices } from './train-in-slices';
import type { Trained } from './train-to-end';

export interface Exported {
  readonly content: string | Uint8Array;
  /** A warning as a sentence; may be empty. */
  readonly complaint: string;
}

export interface ExportOptions {
  readonly distributed: boolean;
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
  notebook: async (recipe: Recipe) => whole(numpyNotebook(recipe, datasetNamed(recipe.data.source))),
  pytorch: async (recipe: Recipe, { distributed }: ExportOptions) =>
    whole(pytorchScript(recipe, datasetNamed(recipe.data.source), { distributed })),
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
        content: predictionsCsv(trained.result.predictions),
        complaint: divergence(trained, 'The predictions are those of the last finite parameters'),
      }
    : { content: historyCsv(trained.result.losses), complaint: divergence(trained, 'The table ends there') };
}

async function trainedJson(recipe: Recipe): Promise<Exported> {
  const trained = await trainedToEnd(recipe);
  return {
    content: modelJson(modelOf(trained, datasetNamed(recipe.data.source))),
    complaint: divergence(trained, LAST_FINITE),
  };
}

async function trainedOnnx(recipe: Recipe, { float32 }: ExportOptions): Promise<Exported> {
  const trained = await trainedToEnd(recipe);
  const dataset = datasetNamed(recipe.data.source);
  const content = onnxModel(modelOf(trained, dataset), dataset, float32 ? 'float32' : 'float64');
  return { content, complaint: divergence(trained, LAST_FINITE) };
}

/** `left` says what the content contains of the run. */
function divergence({ result: { status, batches } }: Trained, left: string): string {
  return status === 'diverged'
    ? `Training diverged after ${batches} batches: a loss or a parameter was no longer a finite number. ${left}; a smaller optimiser.learningRate may help.`
    : '';
}

async function trainedToEnd(recipe: Recipe): Promise<Trained> {
  const engine = await packagedEngine();
  return trainInSlices(engine, recipe, datasetNamed(recipe.data.source)).catch((error: unknown) => {
    // The engine was loaded, so an EngineError is about this recipe on this data.
    throw error instanceof EngineError ? new InputError(error.message) : error;
  });
}
