/** From a number to a colour of a heat map: a whole step on a scale that is symmetric around 0. */

/** Steps between 0 and the strongest colour, on either side. */
export const HEAT_STEPS = 8;

/** The largest finite absolute value; 1 if all values are zero. */
export function heatLimit(values: Float64Array): number {
  const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  return largest === 0 ? 1 : largest;
}

/** −HEAT_STEPS to HEAT_STEPS; 0 for NaN. Proportional to the square root, so that small numbers differ from 0. */
export function heatStep(value: number, limit: number): number {
  if (Number.isNaN(value)) return 0;
  const share = Math.sqrt(Math.min(1, Math.abs(value) / limit));
  return Math.round(Math.sign(value) * share * HEAT_STEPS);
}

/** The start of a window of `size` among `count` places that contains `place` and moves as little as possible. */
export function windowStart(start: number, size: number, count: number, place: number): number {
  const most = Math.max(0, count - size);
  return Math.min(most, Math.max(0, Math.min(Math.max(start, place - size + 1), place)));
}

/** Up to `size` of `count` places around `place`, shifted if it is near an end. */
export function windowAround(place: number, size: number, count: number): number[] {
  const start = Math.max(0, Math.min(place - Math.floor(size / 2), count - size));
  return Array.from({ length: Math.min(size, count) }, (_, i) => start + i);
}
