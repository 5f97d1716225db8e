/** The lines of the loss chart, and how each looks wherever it is drawn or named. */

/** A line's colour token, and the dash that tells it from the others without colour. */
export interface LineStyle {
  readonly label: string;
  readonly token: string;
  readonly dash: readonly number[];
}

/** One line of the curve. */
export interface LossSeries extends LineStyle {
  readonly key: 'training' | 'validation' | 'test';
}

export const TRAINING: LossSeries = { key: 'training', label: 'training', token: '--series-training', dash: [] };
export const VALIDATION: LossSeries = {
  key: 'validation',
  label: 'validation',
  token: '--series-validation',
  dash: [2, 4],
};
export const TEST: LossSeries = { key: 'test', label: 'test', token: '--series-test', dash: [8, 4] };
export const BASELINE: LineStyle = { label: 'least squares, test', token: '--series-baseline', dash: [12, 4, 2, 4] };
