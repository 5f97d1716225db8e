import type { Recipe } from './schema';

export interface SplitSizes {
  /** Below 1 if the other two leave no rows. */
  readonly training: number;
  readonly validation: number;
  readonly test: number;
}

/** The number of rows in each part; test and validation rows are rounded up, as in scikit-learn and the core. */
export function splitSizes(rows: number, split: Recipe['split']): SplitSizes {
  const test = Math.ceil(split.testFraction * rows);
  const validation = Math.ceil(split.validationFraction * rows);
  return { training: rows - test - validation, validation, test };
}
