import { columnIndex, type Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { type Caller, callFunctions, type EngineFunctions } from './core-calls';
import { EngineError } from './engine-error';
import { EngineRun } from './run';
import type { Matrix, Run } from './types';

/** The C++ core, loaded. */
export class Engine {
  /** Chapter 1's functions and the core's lists of names. */
  readonly functions: EngineFunctions;
  readonly #call: Caller;

  constructor(call: Caller) {
    this.#call = call;
    this.functions = callFunctions(call);
  }

  /**
   * A run of the recipe on the data set; call its `dispose` when done with it. Errors: UNKNOWN_COLUMN,
   * CONSTANT_COLUMN, OUT_OF_RANGE, TOO_FEW_ROWS, SHAPE_MISMATCH, NOT_FINITE, each with a sentence.
   */
  createRun(recipe: Recipe, dataset: Dataset): Run {
    const features = selectColumns(dataset, recipe.data.features);
    return this.createRunOn(recipe, features, selectColumns(dataset, [recipe.data.target]));
  }

  /**
   * The same on given columns, whatever the recipe says about its data: features (rows, columns) and targets (rows,
   * outputs). @internal
   */
  createRunOn(recipe: Recipe, features: Matrix, targets: Matrix): EngineRun {
    const number = this.#call('create', [recipe, features, targets]) as number;
    return new EngineRun(this.#call, number, recipe);
  }

  /** Bytes of memory that the engine uses; disposing of a run frees its share. */
  heapBytes(): number {
    return this.#call('heapBytes', []) as number;
  }
}

/** The named columns of every row, in the order of the names. */
function selectColumns(dataset: Dataset, names: readonly string[]): Matrix {
  const indexes = names.map((name) => {
    const index = columnIndex(dataset, name);
    if (index >= 0) return index;
    const known = dataset.columns.map((column) => column.name).join(', ');
    throw new EngineError('UNKNOWN_COLUMN', `${dataset.title} has no column “${name}”; it has ${known}.`);
  });
  const width = dataset.columns.length;
  const values = new Float64Array(dataset.rows * indexes.length);
  for (let row = 0; row < dataset.rows; ++row) {
    indexes.forEach((index, position) => {
      values[row * indexes.length + position] = dataset.values[row * width + index] as number;
    });
  }
  return { rows: dataset.rows, columns: indexes.length, values };
}
