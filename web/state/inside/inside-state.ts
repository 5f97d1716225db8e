/** What the page knows of the pass someone looks into: which rows, what they met in every box, and how far one has walked. */
import type { Progress, Trace } from '../../engine/types';
import type { Snapshot } from '../../worker/protocol';

/** The rows training takes next, or one row of the data set. */
export type PassSource = 'next' | number;

/** One traced pass, and where the run stood when it was traced. */
export interface Pass {
  readonly runId: number;
  readonly source: PassSource;
  /** Row numbers of the data set. */
  readonly rows: Int32Array;
  readonly trace: Trace;
  readonly progress: Progress;
  /** What the page knew of the run when it asked. */
  readonly asked: Snapshot;
}

/** What an array is to the box it belongs to; `updated` is what the update makes of a parameter. */
export type ArrayKey =
  | 'input'
  | 'parameter'
  | 'output'
  | 'outputGradient'
  | 'inputGradient'
  | 'gradient'
  | 'targets'
  | 'updated';

/** One number of one array of the box on show; `result` is the first array the step makes. */
export interface Element {
  readonly key: ArrayKey | 'result';
  readonly row: number;
  readonly column: number;
}

/** One network, drawn by its operations, by its layers, or by its units and weights. */
export const DRAWINGS = ['boxes', 'layers', 'circles'] as const;
export type Drawing = (typeof DRAWINGS)[number];

export interface InsideState {
  readonly drawing: Drawing;
  readonly source: PassSource;
  /** Index into the steps of the pass. */
  readonly step: number;
  /** The number being followed; null for the first one of the box's result. */
  readonly element: Element | null;
  /** The parameter operation whose update is on show, counted from 0 among them. */
  readonly updated: number;
  readonly pass: Pass | null;
  /** Someone has asked for fresh numbers though training goes on. */
  readonly isStale: boolean;
}

export const FIRST_INSIDE: InsideState = {
  drawing: 'boxes',
  source: 'next',
  step: 0,
  element: null,
  updated: 0,
  pass: null,
  isStale: false,
};

/** The state at another step; the same row and column are followed there. */
export function atStep(inside: InsideState, step: number): InsideState {
  const { element } = inside;
  // The key belongs to the box that is left.
  return { ...inside, step, element: element === null ? null : { ...element, key: 'result' } };
}
