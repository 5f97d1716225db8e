/** A trained network that predicts, from a run or from a file. */
import type { Dataset } from '../datasets/dataset';
import type { Engine } from '../engine/engine';
import { EngineError } from '../engine/engine-error';
import type { Matrix } from '../engine/types';
import { modelJson } from '../export/model-json';
import { readTrainedModel } from '../export/read-model';
import type { Scaler } from '../export/scaler';
import { type TrainedModel, trainedModel } from '../export/trained-model';
import { layersOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { type FeatureRows, featureMatrix } from './feature-rows';
import { loadEngine } from './packaged-engine';
import type { TrainResult } from './train-result';
import type { Trained } from './train-to-end';

export interface Network {
  /** With every default filled in; `data.features` and `data.target` name the columns. */
  readonly recipe: Recipe;
  /**
   * Predictions for rows of raw features, in the target's unit: one number for each row, and the same bits as from the
   * run itself. Error: an EngineError with the code SHAPE_MISMATCH, UNKNOWN_COLUMN or NOT_FINITE.
   */
  predict(rows: FeatureRows): number[];
  /** The network as JSON text, for `loadModel`, the page and other programs; docs/model.md describes it. */
  save(): string;
}

/** What `train` resolves to. */
export interface TrainedNetwork extends TrainResult, Network {
  readonly recipe: Recipe;
}

/** The methods are not own properties, so JSON and copies hold only the data. */
class ModelNetwork implements Network {
  readonly recipe: Recipe;
  readonly #model: TrainedModel;
  readonly #engine: Engine;

  constructor(model: TrainedModel, engine: Engine) {
    this.recipe = model.recipe;
    this.#model = model;
    this.#engine = engine;
  }

  predict(rows: FeatureRows): number[] {
    const features = featureMatrix(rows, this.recipe.data.features);
    return [...forward(this.#model, this.#engine, features).values];
  }

  save(): string {
    return modelJson(this.#model);
  }
}

/** The network of a run that has ended. */
export function modelOf({ result, parameters, trainingRows }: Trained, dataset: Dataset): TrainedModel {
  const progress = { epoch: result.epochs, batch: result.batches };
  return trainedModel({ recipe: result.recipe, progress, parameters, trainingRows }, dataset);
}

/** The result of training as a network. */
export function trainedNetwork(trained: Trained, dataset: Dataset, engine: Engine): TrainedNetwork {
  return Object.assign(new ModelNetwork(modelOf(trained, dataset), engine), trained.result);
}

/**
 * A network from the text of a model file, as `save` and the page write it. Rejects with an EngineError: BAD_MODEL if
 * the text does not describe a model, or one of `loadEngine`.
 */
export async function loadModel(text: string, options: { readonly engine?: Engine } = {}): Promise<Network> {
  const read = readTrainedModel(text);
  if (!read.ok) throw new EngineError('BAD_MODEL', read.sentence);
  return new ModelNetwork(read.model, options.engine ?? (await loadEngine()));
}

/** Raw features (rows, features) → predictions (rows, 1), by the core's operations in inference. */
function forward({ recipe, scaler, layers }: TrainedModel, { functions }: Engine, features: Matrix): Matrix {
  let values = scaler === null ? features : scaled(features, scaler);
  for (const [index, { layer, operations }] of layersOf(recipe).entries()) {
    const learned = (layers[index] ?? []).map(({ matrix }) => matrix);
    for (const { entry } of operations) {
      const own = entry.role === 'weights' || entry.role === 'bias' ? learned.splice(0, 1) : [];
      values = functions.operationForward(entry.name, own, values, layer);
    }
  }
  return values;
}

/** (x − mean) / deviation, and 0 for a feature with only one value, as in the core's StandardScaler. */
function scaled({ rows, columns, values }: Matrix, { mean, deviation }: Scaler): Matrix {
  const numbers = values.map((value, index) => {
    const column = index % columns;
    return deviation[column] === 0 ? 0 : (value - (mean[column] as number)) / (deviation[column] as number);
  });
  return { rows, columns, values: numbers };
}
