/** A trained model as JSON, for other programs and to be opened here again; docs/model.md describes it. */
import type { Matrix } from '../engine/types';
import { jsonFault } from '../recipe/json-fault';
import type { Shared } from '../recipe/link';
import { parseRecipe } from '../recipe/parse';
import { shown } from '../recipe/problem';
import type { LayerRecipe, Recipe } from '../recipe/schema';
import { tidyJson } from '../recipe/tidy-json';
import { type LayerParameter, layerParameters } from '../recipe/widths';
import type { TrainedModel } from './trained-model';

const FORMAT = 'minifactory-model';
const VERSION = 1;

export type ModelResult =
  | { readonly ok: true; readonly shared: Shared }
  /** Whole sentences. */
  | { readonly ok: false; readonly sentence: string };

/** Every number reads back as the same float64, except for the sign of a zero. */
export function modelJson({ recipe, epochs, batches, scaler, layers }: TrainedModel): string {
  return tidyJson({
    format: FORMAT,
    version: VERSION,
    trained: { epochs, batches },
    features: recipe.data.features.map((name, index) =>
      scaler === null ? { name } : { name, mean: scaler.mean[index], deviation: scaler.deviation[index] },
    ),
    target: recipe.data.target,
    layers: layers.map((learned, index) => ({
      ...settingsOfLayer(recipe.layers[index] as LayerRecipe),
      ...Object.fromEntries(
        learned.map(({ meaning, isRow, matrix }) => [meaning, isRow ? [...matrix.values] : rowsOf(matrix)]),
      ),
    })),
    recipe,
  });
}

/** The facts about a layer that its arrays do not contain; the first files had only dense layers and no type. */
function settingsOfLayer(layer: LayerRecipe): Partial<LayerRecipe> {
  if (layer.type !== 'dense') return layer;
  const { type, units, ...settings } = layer;
  return settings;
}

function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
}

/** Whether a text claims to be a model, of any version. */
export function isModelText(text: string): boolean {
  if (jsonFault(text) !== undefined) return false;
  const value: unknown = JSON.parse(text);
  return isFields(value) && value.format === FORMAT;
}

/** The recipe and parameters of a model, checked; its other fields are for other readers. */
export function readModel(text: string): ModelResult {
  try {
    return { ok: true, shared: sharedOf(text) };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, sentence: error.message };
    throw error;
  }
}

class Misfit extends Error {}

function sharedOf(text: string): Shared {
  const fault = jsonFault(text);
  if (fault) {
    const { line, column, found, expected } = fault;
    throw new Misfit(
      `The model is not JSON: at line ${line}, column ${column}, expected ${expected}, but found ${found}.`,
    );
  }
  const model: unknown = JSON.parse(text);
  if (!isFields(model) || model.format !== FORMAT) throw new Misfit(`Its format is not ${shown(FORMAT)}.`);
  if (model.version !== VERSION) {
    throw new Misfit(`The model has version ${shown(model.version)}; this page reads version ${VERSION}.`);
  }
  const parsed = parseRecipe(model.recipe);
  if (!parsed.ok) {
    const sentences = parsed.problems.map(({ sentence }) => sentence);
    throw new Misfit(`The recipe in the model cannot be run. ${sentences.join(' ')}`);
  }
  return { recipe: parsed.recipe, parameters: parametersOf(model.layers, parsed.recipe) };
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
  return list(value, count, path, 'one for each unit').map((entry, index) => {
    if (typeof entry === 'number' && Number.isFinite(entry)) return entry;
    throw new Misfit(`${path}[${index}] is ${shown(entry)}; it must be a finite number.`);
  });
}

function list(value: unknown, count: number, path: string, what: string): readonly unknown[] {
  if (Array.isArray(value) && value.length === count) return value;
  const given = Array.isArray(value) ? `a list of ${value.length}` : shown(value);
  throw new Misfit(`${path} is ${given}; it must be a list of ${count}, ${what}.`);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
