/** Checks the arguments of a call before anything uses them. The engine checks the recipe's content. */
import { EngineError } from '../engine/engine-error';
import type { Nudged } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import type { CallName, Calls, Checkpoint } from './protocol';

type Fields = Readonly<Record<string, unknown>>;

const readers: { readonly [Name in CallName]: (fields: Fields) => Calls[Name]['args'] } = {
  open: (fields) => ({
    recipe: object(fields, 'recipe', isRecipe),
    dependenceFeature: wholeNumber(fields, 'dependenceFeature', 0),
  }),
  play: (fields) => ({ speed: fields.speed === null ? null : positiveNumber(fields, 'speed') }),
  pause: () => ({}),
  step: (fields) => ({ count: wholeNumber(fields, 'count', 1), unit: oneOf(fields, 'unit', ['batches', 'epochs']) }),
  reset: () => ({}),
  setLearningRate: (fields) => ({ learningRate: positiveNumber(fields, 'learningRate') }),
  setDependenceFeature: (fields) => ({ feature: wholeNumber(fields, 'feature', 0) }),
  checkpoint: () => ({}),
  restore: (fields) => ({ checkpoint: object(fields, 'checkpoint', isCheckpoint) }),
  restoreBest: (fields) => ({ learningRate: positiveNumber(fields, 'learningRate') }),
  rewind: (fields) => ({ batch: wholeNumber(fields, 'batch', 0) }),
  trace: (fields) => ({ rows: fields.rows === 'next' ? 'next' : array(fields, 'rows', Int32Array) }),
  compareGradients: (fields) => ({
    rows: array(fields, 'rows', Int32Array),
    nudged: nudged(fields),
    first: wholeNumber(fields, 'first', 0),
    count: wholeNumber(fields, 'count', 1),
    step: positiveNumber(fields, 'step'),
  }),
  objectiveAround: (fields) => ({
    rows: array(fields, 'rows', Int32Array),
    nudged: nudged(fields),
    element: wholeNumber(fields, 'element', 0),
    offsets: finiteNumbers(fields, 'offsets'),
  }),
  partialDependence: (fields) => ({
    recipe: object(fields, 'recipe', isRecipe),
    parameters: array(fields, 'parameters', Float64Array),
    feature: wholeNumber(fields, 'feature', 0),
  }),
  setParameters: (fields) => ({ parameters: array(fields, 'parameters', Float64Array) }),
};

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(readers, name);
}

/** Throws an EngineError `BAD_ARGUMENTS` that names the call, the field and what it must be. */
export function readArguments<Name extends CallName>(name: Name, args: unknown): Calls[Name]['args'] {
  try {
    if (!isFields(args)) throw new Mismatch(`its arguments are ${shown(args)}; they must be an object`);
    return readers[name](args);
  } catch (error) {
    if (error instanceof Mismatch) throw new EngineError('BAD_ARGUMENTS', `${name}: ${error.message}.`);
    throw error;
  }
}

class Mismatch extends Error {}

function wholeNumber(fields: Fields, name: string, least: number): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  throw new Mismatch(`${name} is ${shown(value)}; it must be a whole number from ${least} up`);
}

function positiveNumber(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw new Mismatch(`${name} is ${shown(value)}; it must be a finite number above 0`);
}

function nudged(fields: Fields): Nudged {
  return fields.nudged === 'features' ? 'features' : wholeNumber(fields, 'nudged', 0);
}

function finiteNumbers(fields: Fields, name: string): number[] {
  const value = fields[name];
  if (Array.isArray(value) && value.every(Number.isFinite)) return value;
  throw new Mismatch(`${name} is ${shown(value)}; it must be a list of finite numbers`);
}

function array<Numbers extends Float64Array | Int32Array>(
  fields: Fields,
  name: string,
  kind: abstract new () => Numbers,
): Numbers {
  const value = fields[name];
  if (value instanceof kind) return value;
  throw new Mismatch(`${name} is ${shown(value)}; it must be a ${kind.name}`);
}

function oneOf<Choice extends string>(fields: Fields, name: string, choices: readonly Choice[]): Choice {
  const value = fields[name];
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new Mismatch(`${name} is ${shown(value)}; it must be one of ${choices.join(', ')}`);
}

function object<Type>(fields: Fields, name: string, is: (value: Fields) => value is Fields & Type): Type {
  const value = fields[name];
  if (isFields(value) && is(value)) return value;
  throw new Mismatch(`${name} is ${shown(value)}, which is not a ${name}`);
}

function isRecipe(value: Fields): value is Fields & Recipe {
  return isFields(value.data) && Array.isArray(value.data.features) && Array.isArray(value.layers);
}

function isCheckpoint(value: Fields): value is Fields & Checkpoint {
  return value.capture instanceof Uint8Array && Array.isArray(value.curve) && Array.isArray(value.edited);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return typeof value === 'string'
    ? `“${value}”`
    : Array.isArray(value)
      ? 'a list'
      : isFields(value)
        ? 'an object'
        : String(value);
}
