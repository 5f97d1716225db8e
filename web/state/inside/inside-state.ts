/** The state of the inside view: which rows are traced, which numbers they gave, and the current step of the walk. */
import type { Progress, Trace } from '../../engine/types';
import type { Snapshot } from '../../worker/protocol';

/** The rows of the next batch, or one row of the data set. */
export type PassSource = 'next' | number;

/** One traced pass, and where the run stood when it was traced. */
export interface Pass {
  readonly runId: number;
  readonly source: PassSource;
  /** Row numbers of the data set. */
  readonly rows: Int32Array;
  readonly trace: Trace;
  readonly progress: Progress;
  /** The snapshot of the run when the pass was requested. */
  readonly asked: Snapshot;
}

/**
 * The role of an array for its operation: `input`, `output`, `outputGradient`, `inputGradient`, `parameter`, `gradient`,
 * `predictions`, `targets`, `updated` (a parameter after the update), or an array that only some parts have, by its name
 * (`mask`, `velocity`). A second parameter of one operation goes by its symbol, `parameter V`.
 */
export type ArrayKey = string;

/** One element of one array of the operation on show; `result` is the first array that the step computes. */
export interface Element {
  readonly key: ArrayKey;
  readonly row: number;
  readonly column: number;
}

/** A network drawn by its operations, its layers, or its units and weights. */
export const DRAWINGS = ['boxes', 'layers', 'circles'] as const;
export type Drawing = (typeof DRAWINGS)[number];

export interface InsideState {
  readonly drawing: Drawing;
  readonly source: PassSource;
  /** Index into the steps of the pass. */
  readonly step: number;
  /** The element being followed; null for the first one of the result. */
  readonly element: Element | null;
  /** Which operation with parameters shows its update, counted from 0 among them. */
  readonly updated: number;
  readonly pass: Pass | null;
  /** Someone asked for new numbers while training goes on. */
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
  // The key belongs to the operation that is left.
  return { ...inside, step, element: element === null ? null : { ...element, key: 'result' } };
}
