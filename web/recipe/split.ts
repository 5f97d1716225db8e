import type { Recipe } from './schema';

export interface SplitSizes {
  /** Below 1 where the other two leave nothing. */
  readonly training: number;
  readonly validation: number;
  readonly test: number;
}

/** How many rows fall to each part; test and validation rows are rounded up, as scikit-learn and the core do. */
export function splitSizes(rows: number, split: Recipe['split']): SplitSizes {
  const test = Math.ceil(split.testFraction * rows);
  const validation = Math.ceil(split.validationFraction * rows);
  return { training: rows - test - validation, validation, test };
}
