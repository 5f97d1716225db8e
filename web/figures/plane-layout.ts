/** Converts between the coordinates of a plane and positions on the screen. */

import { formatTick } from '../charts/numbers/format';
import { niceStep } from '../charts/numbers/nice-step';
import type { Domain } from '../charts/numbers/off-scale';

/** The default height of the axis text in CSS pixels, and the width of a digit in heights. */
const EM = 13;
const DIGIT = 0.6;

export interface PlaneLayout {
  readonly width: number;
  readonly height: number;
  readonly em: number;
  /** Edges of the plotted area. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  toX(x: number): number;
  toY(y: number): number;
  /** The x and y at a position on the screen. */
  fromX(pixel: number): number;
  fromY(pixel: number): number;
}

/** Round numbers within the domain, about `wanted` of them. */
export function roundTicks([low, high]: Domain, wanted: number): number[] {
  const step = niceStep((high - low) / wanted);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  // Adding 0 turns −0 into 0.
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0);
}

/** `em`: height of the axis text. */
export function layOutPlane(x: Domain, y: Domain, width: number, height: number, em = EM): PlaneLayout {
  const yTicks = roundTicks(y, Math.max(2, height / (3.5 * em)));
  const longest = Math.max(...yTicks.map((tick) => formatTick(tick).length));
  const left = longest * DIGIT * em + 2.2 * em;
  const right = width - em;
  const top = 0.7 * em;
  const bottom = height - 3.1 * em;
  const xTicks = roundTicks(x, Math.max(2, (right - left) / (3.5 * em)));
  const perX = (right - left) / (x[1] - x[0]);
  const perY = (bottom - top) / (y[1] - y[0]);
  return {
    width,
    height,
    em,
    left,
    right,
    top,
    bottom,
    xTicks,
    yTicks,
    toX: (value) => left + (value - x[0]) * perX,
    toY: (value) => bottom - (value - y[0]) * perY,
    fromX: (pixel) => x[0] + (pixel - left) / perX,
    fromY: (pixel) => y[0] + (bottom - pixel) / perY,
  };
}
