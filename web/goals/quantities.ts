/** What a goal can ask for: errors of the network, and what it may take to get there. */
import type { LossBySet, MetricsBySet, RowSet } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { parameterCounts, totalParameters } from '../recipe/widths';

/** Where a run stands, in the numbers that goals ask for. */
export interface RunStanding {
  readonly loss: LossBySet;
  readonly metrics: MetricsBySet;
  /** Whole epochs done, and the part of the next one that is done. */
  readonly epochs: number;
  readonly batches: number;
  /** The highest learning rate that any of its batches was trained with. */
  readonly highestRate: number;
  /** Some of its parameters were set, by hand or by a link, and not trained. */
  readonly isEdited: boolean;
  /** It is training, and its numbers change as they are read. */
  readonly isPlaying: boolean;
}

/** What a goal is judged by: a recipe, and where its run stands. */
export interface Standing {
  readonly recipe: Recipe;
  /** Null where this recipe has no run yet. */
  readonly run: RunStanding | null;
}

/** `result`: how well the network does. The others bound what it may take. */
export type QuantityKind = 'result' | 'size' | 'effort' | 'rate';

export interface Quantity {
  /** As a goal spells it: `test-rmse`. */
  readonly name: string;
  /** As a sentence has it: `test RMSE`. */
  readonly title: string;
  readonly kind: QuantityKind;
  /** The rows a result is of; null for what is not one. */
  readonly set: RowSet | null;
  /** R² is the better the larger; of all else less is better. */
  readonly better: 'less' | 'more';
  /** Power of the target's unit: 1 for RMSE and MAE, 0 for a pure number, `loss` where the recipe's loss decides. */
  readonly unitPower: 0 | 1 | 'loss';
  /** No goal can ask for this or what lies beyond: errors are never below 0, R² is never above 1. */
  readonly bound: number;
  /** Null where the standing has no such number. */
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

/** All there are, in the order in which they are listed. */
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
