/**
 * The styles of lines: the three loss curves, the baseline, and stored runs, which have eight colours and different
 * dashes.
 */
import type { CurvePoint } from '../../engine/types';
import type { PartialDependence } from '../../worker/protocol';
import type { LegendEntry } from './legend';

/** A line's colour token, and the dash pattern that distinguishes it without colour. */
export interface LineStyle {
  readonly label: string;
  readonly token: string;
  readonly dash: readonly number[];
}

/** One line of the loss curve. */
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
export const BASELINE: LineStyle = {
  label: 'least squares, test rows',
  token: '--series-baseline',
  dash: [12, 4, 2, 4],
};

/** A stored run drawn behind the live one. */
export interface RunBehind {
  readonly name: string;
  readonly colour: number;
  readonly curve: readonly CurvePoint[];
}

/** The partial dependence of such a run. */
export interface DependenceBehind {
  readonly run: RunBehind;
  readonly dependence: PartialDependence;
}

/** Width of its line in CSS pixels: thinner than a live one. */
export const BEHIND_WIDTH = 1.25;

/** Dashes that no line of the live run has. */
const DASHES_BEHIND: readonly (readonly number[])[] = [
  [4, 2],
  [1, 2],
  [8, 2, 1, 2],
  [14, 3],
];

/** The colour number of the run before the live one, after those of stored runs. */
export const BEFORE_COLOUR = 8;

/** By colour number. */
export const RUN_TOKENS: readonly string[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `--run-${number}`),
  '--run-before',
];

const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 4], [12, 4, 2, 4]];

export function runStyle(label: string, colour: number): LineStyle {
  return { label, token: RUN_TOKENS[colour] ?? '', dash: DASHES[(colour >> 1) % DASHES.length] ?? [] };
}

/** The style of a stored run behind the live one. */
export function behindStyle({ name, colour }: RunBehind): LineStyle {
  return {
    ...runStyle(name, colour),
    dash: colour === BEFORE_COLOUR ? [] : (DASHES_BEHIND[colour % DASHES_BEHIND.length] ?? []),
  };
}

/** Its entry in a legend. */
export function behindLegend(run: RunBehind): LegendEntry {
  return { ...behindStyle(run), mark: 'line', width: BEHIND_WIDTH };
}
