/** The quantities of a goal: the errors of the network, and limits on the effort. */
import type { LossBySet, MetricsBySet, RowSet } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { parameterCounts, totalParameters } from '../recipe/widths';

/** The point of a run, in the numbers that goals use. */
export interface RunStanding {
  readonly loss: LossBySet;
  readonly metrics: MetricsBySet;
  /** Completed epochs, plus the completed part of the next one. */
  readonly epochs: number;
  readonly batches: number;
  /** The highest learning rate of all its batches. */
  readonly highestRate: number;
  /** Some of its parameters were set by hand or by a link instead of trained. */
  readonly isEdited: boolean;
  /** It is training, so its numbers change. */
  readonly isPlaying: boolean;
}

/** What a goal is judged by: a recipe and the point of its run. */
export interface Standing {
  readonly recipe: Recipe;
  /** Null if this recipe has no run yet. */
  readonly run: RunStanding | null;
}

/** `result`: how good the network is. The others limit the effort. */
export type QuantityKind = 'result' | 'size' | 'effort' | 'rate';

export interface Quantity {
  /** The name in a goal: `test-rmse`. */
  readonly name: string;
  /** The name in a sentence: `test RMSE`. */
  readonly title: string;
  readonly kind: QuantityKind;
  /** The rows of a result; null for other quantities. */
  readonly set: RowSet | null;
  /** For R², more is better; for everything else, less. */
  readonly better: 'less' | 'more';
  /** Power of the target's unit: 1 for RMSE and MAE, 0 for a pure number, `loss` if it depends on the recipe's loss. */
  readonly unitPower: 0 | 1 | 'loss';
  /** A goal cannot ask for this value or beyond: errors are never below 0, R² is never above 1. */
  readonly bound: number;
  /** Null if there is no such number. */
  value(standing: Standing): number | null;
}

const SETS: readonly RowSet[] = ['training', 'validation', 'test'];

interface Measure extends Pick<Quantity, 'name' | 'title' | 'better' | 'unitPower' | 'bound'> {
  of(run: RunStanding, set: RowSet): number | null | undefined;
}

const MEASURES: readonly Measure[] = [
  { name: 'loss', title: 'loss', better: 'less', unitPower: 'loss', bound: 0, of: ({ loss }, set) => loss[set] },
  { name: 'rmse', title: 'RMSE', better: 'less', unitPower: 1, bound: 0, of: ({ metrics }, set) => metrics[set]?.rmse },
  { name: 'mae', title: 'MAE', better: 'less', unitPower: 1, bound: 0, of: ({ metrics }, set) => metrics[set]?.mae },
  { name: 'r2', title: 'R²', better: 'more', unitPower: 0, bound: 1, of: ({ metrics }, set) => metrics[set]?.r2 },
];

const RESULTS: readonly Quantity[] = SETS.flatMap((set) =>
  MEASURES.map(
    ({ name, title, better, unitPower, bound, of }): Quantity => ({
      name: `${set}-${name}`,
      title: `${set} ${title}`,
      kind: 'result',
      set,
      better,
      unitPower,
      bound,
      value: ({ run }) => (run === null ? null : (of(run, set) ?? null)),
    }),
  ),
);

function limited(
  name: string,
  title: string,
  kind: QuantityKind,
  value: (standing: Standing) => number | null,
): Quantity {
  return { name, title, kind, set: null, better: 'less', unitPower: 0, bound: 0, value };
}

/** All quantities, in the order of the documentation. */
export const QUANTITIES: readonly Quantity[] = [
  ...RESULTS,
  limited('parameters', 'parameters', 'size', ({ recipe }) => totalParameters(parameterCounts(recipe))),
  limited('features', 'features', 'size', ({ recipe }) => recipe.data.features.length),
  limited('epochs', 'epochs', 'effort', ({ run }) => run?.epochs ?? null),
  limited('batches', 'batches', 'effort', ({ run }) => run?.batches ?? null),
  limited(
    'learning-rate',
    'learning rate',
    'rate',
    ({ recipe, run }) => run?.highestRate ?? recipe.optimiser.learningRate,
  ),
];

export function quantityNamed(name: string): Quantity | undefined {
  return QUANTITIES.find((quantity) => quantity.name === name);
}
