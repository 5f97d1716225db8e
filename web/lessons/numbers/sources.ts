/**
 * Everything that the expressions in a lesson's `numbers` and `claims` can use: the engine's functions, the course's
 * random arrays and the housing data. Runs are in trained-run.ts. docs/writing-lessons.md documents all of it for
 * authors.
 */
import { columnIndex, columnValues } from '../../datasets/dataset';
import { datasetNamed } from '../../datasets/datasets';
import type { Engine } from '../../engine/engine';
import type { Matrix } from '../../engine/types';
import { carefulRecipe } from '../../figures/from-scratch/recipes';
import { presetNamed } from '../../recipe/presets';
import type { Recipe } from '../../recipe/schema';
import { changed } from './changed-recipe';
import { type Rows, TrainedRun } from './trained-run';

/** Everything an expression can name. */
export type Sources = Readonly<Record<string, unknown>>;

/** A run is trained when an expression first uses it, and only once. */
export function sourcesOf(engine: Engine): Sources {
  return { ...statistics, ...functionsOf(engine), ...coursesArrays(engine), ...housing(), ...runsOf(engine) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

const statistics = {
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  max: (...values: (number | readonly number[])[]) => Math.max(...values.flat()),
  min: (...values: (number | readonly number[])[]) => Math.min(...values.flat()),
  sum,
  mean,
  /** The population standard deviation: divided by n, not n − 1. */
  deviation: (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2))),
  /** The number of values that meet a condition: `count(column('LSTAT'), (x) => x > 17.5)`. */
  count: <Item>(values: readonly Item[], is: (value: Item, place: number) => boolean) => values.filter(is).length,
  /** Of two lists of numbers of the same length. */
  mae: (a: readonly number[], b: readonly number[]) => mean(a.map((value, i) => Math.abs(value - (b[i] as number)))),
  mse: (a: readonly number[], b: readonly number[]) => mean(a.map((value, i) => (value - (b[i] as number)) ** 2)),
  dot: (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * (b[i] as number))),
};

/** Chains are written with spaces, the innermost function first: `value('square sigmoid', 2)`. */
function functionsOf({ functions }: Engine): Sources {
  const value = (chain: string, x: number) => functions.chainValues(chain.split(' '), x).at(-1);
  const one = (name: string) => (x: number) => value(name, x);
  return {
    value,
    /** The derivative of a chain at x; with a step, by central differences, as in the course. */
    slope: (chain: string, x: number, step?: number) =>
      step === undefined
        ? functions.chainDerivative(chain.split(' '), x)
        : functions.chainDerivative(chain.split(' '), x, step),
    /** The derivative of each function of a chain at its own input. */
    slopes: (chain: string, x: number) => functions.chainFactors(chain.split(' '), x),
    square: one('square'),
    relu: one('relu'),
    leakyRelu: one('leaky-relu'),
    sigmoid: one('sigmoid'),
    tanh: one('tanh'),
    /** `{ value, dx, dy }` of f(x + y) or f(x · y): `twoInputs('product', 'sigmoid', 0, 2).dx`. */
    twoInputs: functions.twoInputs,
    /** An operation of chapter 3 on rows of numbers: `forward('weight-multiply', [[1, 2]], [[3], [4]])`. */
    forward: (name: string, input: Rows, parameter?: Rows) =>
      rowsOf(functions.operationForward(name, parameter ? [matrixOf(parameter)] : [], matrixOf(input))),
    /** `{ input, parameter }`: both gradients, as rows. */
    backward: (name: string, input: Rows, gradient: Rows, parameter?: Rows) => {
      const parameters = parameter ? [matrixOf(parameter)] : [];
      const found = functions.operationBackward(name, parameters, matrixOf(input), matrixOf(gradient));
      const [parameterGradient] = found.parameterGradients;
      return { input: rowsOf(found.inputGradient), parameter: parameterGradient && rowsOf(parameterGradient) };
    },
  };
}

/** The seeds of the random arrays of chapter 1. */
const SEEDS = { vector: 190203, matrices: 190204 };
/** The step of its numeric derivatives. */
const STEP = 0.001;

/** `vector` (X is a row of three) and `matrices` (X is 3 × 3, W is 3 × 2), with every array of both passes as rows. */
function coursesArrays({ functions }: Engine): Sources {
  const chainOf = (seed: number, shapes: readonly (readonly [number, number])[]) => {
    const [X, W] = functions.randomNormals(seed, shapes) as [Matrix, Matrix];
    const { L, ...arrays } = functions.matrixChain(X, W, STEP);
    const named = Object.entries({ X, W, ...arrays }).map(([name, matrix]) => [name, rowsOf(matrix)] as const);
    /** L with one element of X changed; rows and columns are counted from 0. */
    const moved = (row: number, column: number, by: number) =>
      functions.matrixChainAt(X, W, row, column, (X.values[row * X.columns + column] as number) + by);
    return { ...Object.fromEntries(named), L, moved };
  };
  return {
    vector: chainOf(SEEDS.vector, [
      [1, 3],
      [3, 1],
    ]),
    matrices: chainOf(SEEDS.matrices, [
      [3, 3],
      [3, 2],
    ]),
  };
}

/** From the table that the book's numbers depend on: its columns as printed. */
function housing(): Sources {
  const table = datasetNamed('boston-as-first-printed');
  const corrected = datasetNamed('boston');
  const names = table.columns.map(({ name }) => name);
  const features = names.filter((name) => name !== table.defaultTarget);
  const from = (dataset: typeof table) => (name: string) => {
    if (!names.includes(name)) throw new RangeError(`The data has no column ${name}; it has ${names.join(', ')}.`);
    return [...columnValues(dataset, columnIndex(dataset, name))];
  };
  return {
    column: from(table),
    correctedColumn: from(corrected),
    rows: table.rows,
    features,
    /** A change of a recipe that leaves features out: `run('chapter-2-linear', without('B'))`. */
    without: (...left: string[]) => `data.features=${JSON.stringify(features.filter((name) => !left.includes(name)))}`,
  };
}

/**
 * `run('chapter-2-network')` trains a preset to its end; `run('chapter-2-network', 'batches=5000')` stops earlier.
 * Other changes are fields of the recipe: `'split.seed=7'`. `careful('two-hidden', 'data', 'scaling')` is a model of
 * chapter 3 with these careful habits, and optional changes.
 */
function runsOf(engine: Engine): Sources {
  const trained = new Map<string, TrainedRun>();
  const once = (key: string, recipe: () => { readonly recipe: Recipe; readonly batches: number }) => {
    const known = trained.get(key);
    if (known !== undefined) return known;
    const run = new TrainedRun(engine, recipe());
    trained.set(key, run);
    return run;
  };
  const run = (preset: string, ...changes: string[]) =>
    once([preset, ...changes].join(' '), () => {
      const found = presetNamed(preset);
      if (found === undefined) throw new RangeError(`There is no preset ${preset}.`);
      return changed(found.recipe, changes);
    });
  const careful = (model: string, ...given: string[]) =>
    once(['careful', model, ...given.toSorted()].join(' '), () => {
      const changes = given.filter((one) => one.includes('='));
      const habits = given.filter((one) => !changes.includes(one));
      const has = (habit: string) => habits.includes(habit);
      const known = ['data', 'scaling', 'validation', 'generator', 'weights'];
      const unknown = habits.find((habit) => !known.includes(habit));
      if (unknown !== undefined) throw new RangeError(`There is no habit ${unknown}; there are ${known.join(', ')}.`);
      const recipe = carefulRecipe(model, {
        data: has('data'),
        scaling: has('scaling'),
        validation: has('validation'),
        generator: has('generator'),
        weights: has('weights'),
      });
      return changed(recipe, changes);
    });
  return { run, careful };
}

function rowsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
}

function matrixOf(rows: Rows): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
}
