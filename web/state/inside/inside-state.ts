/** The state of the inside view: the rows that are traced, the traced numbers, and the current step. */
import type { Progress, Trace } from '../../engine/types';
import type { Snapshot } from '../../worker/protocol';

/** The rows of the next batch, or one row of the data set. */
export type PassSource = 'next' | number;

/** One traced pass, and the point of the run at which it was traced. */
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

/** One element of one array of the current operation; `result` is the first array that the step computes. */
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
  /** The selected element; null for the first one of the result. */
  readonly element: Element | null;
  /** The parameter whose update is shown, counted from 0 among the operations with parameters. */
  readonly updated: number;
  readonly pass: Pass | null;
  /** Whether new numbers were requested during training. */
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

/** The state at another step, with the same row and column selected. */
export function atStep(inside: InsideState, step: number): InsideState {
  const { element } = inside;
  // The key of the array belongs to the previous operation.
  return { ...inside, step, element: element === null ? null : { ...element, key: 'result' } };
}
