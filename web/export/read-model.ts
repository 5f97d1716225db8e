/** Reads a trained model back from JSON, and says what in it cannot be used. */
import type { DatasetFacts } from '../datasets/dataset';
import { datasetFacts } from '../datasets/dataset-facts';
import type { DatasetId } from '../datasets/dataset-ids';
import { jsonFault } from '../recipe/json-fault';
import type { Shared } from '../recipe/link';
import { parseRecipe } from '../recipe/parse';
import { shown } from '../recipe/problem';
import type { Recipe } from '../recipe/schema';
import { type LayerParameter, layerParameters } from '../recipe/widths';
import { MODEL_FORMAT, MODEL_VERSION } from './model-json';
import type { Scaler } from './scaler';
import { learnedLayers, type TrainedModel } from './trained-model';

/** Whole sentences. */
interface Unreadable {
  readonly ok: false;
  readonly sentence: string;
}

export type ModelResult = { readonly ok: true; readonly shared: Shared } | Unreadable;
export type TrainedResult = { readonly ok: true; readonly model: TrainedModel } | Unreadable;

type Fields = Readonly<Record<string, unknown>>;

/** Whether a text claims to be a model, of any version. */
export function isModelText(text: string): boolean {
  if (jsonFault(text) !== undefined) return false;
  const value: unknown = JSON.parse(text);
  return isFields(value) && value.format === MODEL_FORMAT;
}

/** The recipe and parameters of a model, checked; its other fields are for other readers. */
export function readModel(text: string): ModelResult {
  return unlessMisfit(() => {
    const { recipe, layers } = readFields(text);
    return { ok: true, shared: { recipe, parameters: parametersOf(layers, recipe) } };
  });
}

/** The whole model, checked. Its table may be any. */
export function readTrainedModel(text: string): TrainedResult {
  return unlessMisfit(() => {
    const { recipe, layers, features, trained } = readFields(text, namedColumns);
    const { epochs, batches } = isFields(trained) ? trained : {};
    return {
      ok: true,
      model: {
        recipe,
        epochs: finite(epochs, 'trained.epochs'),
        batches: finite(batches, 'trained.batches'),
        scaler: scalerIn(features, recipe),
        layers: learnedLayers(recipe, parametersOf(layers, recipe)),
      },
    };
  });
}

function unlessMisfit<Result>(read: () => Result): Result | Unreadable {
  try {
    return read();
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, sentence: error.message };
    throw error;
  }
}

class Misfit extends Error {}

interface ModelFields {
  readonly recipe: Recipe;
  readonly layers: unknown;
  readonly features: unknown;
  readonly trained: unknown;
}

/** The fields of a model with its recipe checked; `dataset` is the table to check it with, by default the page's. */
function readFields(text: string, dataset?: (id: DatasetId, model: Fields) => DatasetFacts): ModelFields {
  const fault = jsonFault(text);
  if (fault) {
    const { line, column, found, expected } = fault;
    throw new Misfit(
      `The model is not JSON: at line ${line}, column ${column}, expected ${expected}, but found ${found}.`,
    );
  }
  const model: unknown = JSON.parse(text);
  if (!isFields(model) || model.format !== MODEL_FORMAT) throw new Misfit(`Its format is not ${shown(MODEL_FORMAT)}.`);
  if (model.version !== MODEL_VERSION) {
    throw new Misfit(`The model has version ${shown(model.version)}; this page reads version ${MODEL_VERSION}.`);
  }
  const parsed = parseRecipe(model.recipe, dataset && ((id) => dataset(id, model)));
  if (!parsed.ok) {
    const sentences = parsed.problems.map(({ sentence }) => sentence);
    throw new Misfit(`The recipe in the model cannot be run. ${sentences.join(' ')}`);
  }
  const { layers, features, trained } = model;
  return { recipe: parsed.recipe, layers, features, trained };
}

/** A table with the columns that the model's recipe names, or else the one that comes with the page. */
function namedColumns(id: DatasetId, { recipe }: Fields): DatasetFacts {
  const data = isFields(recipe) && isFields(recipe.data) ? recipe.data : {};
  const { features, target } = data;
  if (!Array.isArray(features) || typeof target !== 'string') return datasetFacts(id);
  const columns = [...features, target].map((name) => ({ name, meaning: '', unit: '' }));
  // As many rows as any batch needs, because a model no longer needs them.
  return { id, title: '', columns, rows: Number.MAX_SAFE_INTEGER, defaultTarget: target, source: '' };
}

function scalerIn(features: unknown, { data, scaling }: Recipe): Scaler | null {
  if (scaling.fitOn === 'none') return null;
  const all = list(features, data.features.length, 'features', 'one for each feature of its recipe');
  const column = (name: 'mean' | 'deviation') =>
    Float64Array.from(all, (feature, index) =>
      finite(isFields(feature) ? feature[name] : undefined, `features[${index}].${name}`),
    );
  return { mean: column('mean'), deviation: column('deviation') };
}

/** Flat, W1, B1, W2, …, row by row. */
function parametersOf(layers: unknown, recipe: Recipe): Float64Array {
  const all = list(layers, recipe.layers.length, 'layers', 'one for each layer of its recipe');
  const parameters = layerParameters(recipe).flatMap((learned, index) => {
    const layer = all[index];
    const path = `layers[${index}]`;
    if (!isFields(layer)) throw new Misfit(`${path} is ${shown(layer)}; it must be an object.`);
    return learned.flatMap((parameter) =>
      elements(layer[parameter.meaning], parameter, `${path}.${parameter.meaning}`),
    );
  });
  return Float64Array.from(parameters);
}

function elements(value: unknown, { isRow, rows, columns }: LayerParameter, path: string): number[] {
  if (isRow) return numbers(value, columns ?? 0, path);
  const all = list(value, rows ?? 0, path, 'a row for each input');
  return all.flatMap((row, index) => numbers(row, columns ?? 0, `${path}[${index}]`));
}

function numbers(value: unknown, count: number, path: string): number[] {
  return list(value, count, path, 'one for each unit').map((entry, index) => finite(entry, `${path}[${index}]`));
}

function finite(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Misfit(`${path} is ${shown(value)}; it must be a finite number.`);
}

function list(value: unknown, count: number, path: string, what: string): readonly unknown[] {
  if (Array.isArray(value) && value.length === count) return value;
  const given = Array.isArray(value) ? `a list of ${value.length}` : shown(value);
  throw new Misfit(`${path} is ${given}; it must be a list of ${count}, ${what}.`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
