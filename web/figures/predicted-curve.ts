/** A curve that a reader can be asked to draw before it is shown. The engine computes it. */
import type { Domain } from '../charts/numbers/off-scale';
import type { Engine } from '../engine/engine';
import type { PlaneAxis, PlaneCurve, PlaneScatter } from './plane';

/** The points and curves that are shown before the prediction. */
export interface Ground {
  readonly curves: readonly PlaneCurve[];
  readonly scatter: PlaneScatter | null;
}

export interface PredictedCurve {
  /** The name of the curve, to be used after “Your” and “The”. */
  readonly name: string;
  readonly xAxis: PlaneAxis;
  readonly yAxis: PlaneAxis;
  /** The y of all points before the reader draws. */
  readonly start: number;
  readonly ground: (engine: Engine) => Ground;
  /** The curve at `count` positions, evenly spaced over the x axis, including both ends. */
  readonly values: (engine: Engine, count: number) => readonly number[];
}

/** `count` evenly spaced numbers from one end of a domain to the other. */
export function placesOn([from, to]: Domain, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}
