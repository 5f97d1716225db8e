/**
 * Compares analytic with numeric gradients: which elements agree, how large the other differences are, and which is the
 * worst.
 */
import type { Trace } from '../../engine/types';
import type { RunDescription } from '../../worker/protocol';
import type { CheckedPart, FinishedCheck } from './check-state';
import { isBias } from './element-names';

/** How far an element is moved down and up for the numeric gradient. */
export const NUDGE = 1e-5;
/** The largest relative error at which analytic and numeric gradient agree. */
export const TOLERANCE = 1e-4;
/** The rounding error allowed for a prediction, in units in the last place: errors add up along its sums. */
const UNITS_IN_LAST_PLACE = 32;

export interface JudgedElement {
  readonly part: CheckedPart;
  readonly element: number;
  readonly analytic: number;
  readonly numeric: number;
  readonly error: number;
}

export interface JudgedPart {
  readonly part: CheckedPart;
  readonly count: number;
  readonly failed: number;
  readonly worst: JudgedElement;
}

export interface Judgement {
  readonly passed: boolean;
  readonly parts: readonly JudgedPart[];
  /** The worst elements of all parts, the worst first. */
  readonly worst: readonly JudgedElement[];
}

/**
 * How much rounding can change the numeric gradient, which is a difference of two objectives. Each prediction is exact
 * up to a few units in the last place; ∂L/∂P gives the effect of that on the objective.
 */
export function roundingNoise({ predictions, targets, lossGradient }: Trace): number {
  const size = lossGradient.values.reduce((sum, slope, row) => {
    const [prediction, target] = [predictions.values[row] as number, targets.values[row] as number];
    return sum + Math.abs(slope) * (Math.abs(prediction) + Math.abs(target));
  }, 0);
  return (UNITS_IN_LAST_PLACE * Number.EPSILON * size) / NUDGE;
}

/**
 * The difference relative to the larger gradient, or to the smallest size that stands out from the noise. Infinite if
 * either gradient is not a number.
 */
export function relativeError(analytic: number, numeric: number, noise: number): number {
  const size = Math.max(Math.abs(analytic), Math.abs(numeric), noise / TOLERANCE);
  const error = size === 0 ? 0 : Math.abs(analytic - numeric) / size;
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

/** `listed`: how many of the worst elements to return. */
export function judge({ parts, noise }: FinishedCheck, listed: number): Judgement {
  const judged = parts.map((part) => judgePart(part, noise, listed));
  return {
    passed: judged.every(({ failed }) => failed === 0),
    parts: judged.map(({ worst, ...rest }) => ({ ...rest, worst: worst[0] as JudgedElement })),
    worst: judged
      .flatMap(({ worst }) => worst)
      .sort(worseFirst)
      .slice(0, listed),
  };
}

function judgePart(part: CheckedPart, noise: number, listed: number) {
  const { analytic, numeric } = part.comparison;
  const errors = analytic.map((slope, element) => relativeError(slope, numeric[element] as number, noise));
  const order = Array.from(errors.keys()).sort((a, b) => compare(errors[b] as number, errors[a] as number) || a - b);
  const worst = order.slice(0, Math.max(1, listed)).map((element) => ({
    part,
    element,
    analytic: analytic[element] as number,
    numeric: numeric[element] as number,
    error: errors[element] as number,
  }));
  return { part, count: errors.length, failed: errors.filter((error) => error > TOLERANCE).length, worst };
}

function worseFirst(one: JudgedElement, other: JudgedElement): number {
  return compare(other.error, one.error);
}

/** Compares instead of subtracting, because the difference of two infinite errors is not a number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The objective was not finite, so there is no numeric gradient to compare with. */
export function isBeyondNumbers({ worst }: Judgement): boolean {
  return worst[0] !== undefined && !Number.isFinite(worst[0].numeric);
}

/** The recipe sums bias gradients over the units, and only biases have failed. */
export function isSummedBiasBug({ recipe, parameters }: RunDescription, { passed, parts }: Judgement): boolean {
  const failing = parts.filter(({ failed }) => failed > 0);
  return (
    recipe.quirks.summedBiasGradient &&
    !passed &&
    failing.every(({ part: { nudged } }) => {
      const shape = nudged === 'features' ? undefined : parameters[nudged];
      return shape !== undefined && isBias(shape);
    })
  );
}
