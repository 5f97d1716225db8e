/** Which of several runs to keep, by one set of rows or by another. */

export interface Candidate {
  readonly seed: number;
  /** RMSE on the validation and on the test rows. */
  readonly validation: number;
  readonly test: number;
}

export interface Choices {
  readonly byTest: Candidate;
  readonly byValidation: Candidate;
  readonly meanTest: number;
}

/** At least one candidate; the first of equals. */
export function choose(candidates: readonly Candidate[]): Choices {
  const least = (rows: 'validation' | 'test'): Candidate =>
    candidates.reduce((best, candidate) => (candidate[rows] < best[rows] ? candidate : best));
  return {
    byTest: least('test'),
    byValidation: least('validation'),
    meanTest: candidates.reduce((sum, { test }) => sum + test, 0) / candidates.length,
  };
}
