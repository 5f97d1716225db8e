/** The network compared with its baselines: which model does best, by measure and row set. */
import type { Metrics, RowSet } from '../../engine/types';
import type { RunState } from './run-state';

export type Measure = 'mae' | 'rmse' | 'r2';
export const MODELS = ['network', 'least-squares', 'mean-target'] as const;
export type Model = (typeof MODELS)[number];

export interface ComparisonRow {
  readonly set: RowSet;
  readonly rows: number;
  readonly measure: Measure;
  /** In the order of `MODELS`. */
  readonly values: readonly number[];
  /** The index of the best model; the first if several are equal, -1 if no value is finite. */
  readonly best: number;
}

const SETS: readonly RowSet[] = ['training', 'validation', 'test'];
const MEASURES: readonly Measure[] = ['mae', 'rmse', 'r2'];

/** One row for each row set of the split and each measure. */
export function comparison({ latest, description }: RunState): readonly ComparisonRow[] {
  const { leastSquares, meanTarget } = description.baselines;
  return SETS.flatMap((set) => {
    const models = [latest.metrics[set], leastSquares[set], meanTarget[set]];
    const present = models.filter((metrics): metrics is Metrics => metrics !== null);
    return present.length < models.length
      ? []
      : MEASURES.map((measure) => {
          const values = present.map((metrics) => metrics[measure]);
          return { set, rows: present[0]?.rows ?? 0, measure, values, best: bestOf(values, measure) };
        });
  });
}

/** Lower is better for errors, higher for R². */
function bestOf(values: readonly number[], measure: Measure): number {
  const ranked = values.map((value) => (measure === 'r2' ? -value : value));
  const finite = ranked.filter(Number.isFinite);
  return finite.length === 0 ? -1 : ranked.indexOf(Math.min(...finite));
}
