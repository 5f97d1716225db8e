/** Numbers as people type them. */

/** Reads `1.5`, `1,5` and `−2`; NaN for what is no number. */
export function readNumber(text: string): number {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

/** As it is put into a field: without the digits that binary fractions leave behind. */
export function writeNumber(value: number): string {
  return String(Number(value.toPrecision(12))).replace('-', '−');
}

/** The nearest whole number of steps from the lower bound, within the bounds. */
export function toStep(value: number, { min, max, step }: NumberBounds): number {
  const snapped = Number((min + Math.round((value - min) / step) * step).toPrecision(12));
  return Math.min(max, Math.max(min, snapped));
}

export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Where a key takes a value: arrows by a step, Page Up and Page Down by ten, Home and End to the bounds. */
export function keyedNumber(key: string, value: number, bounds: NumberBounds): number | null {
  const { step, min, max } = bounds;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return toStep(value + step, bounds);
    case 'ArrowLeft':
    case 'ArrowDown':
      return toStep(value - step, bounds);
    case 'PageUp':
      return toStep(value + 10 * step, bounds);
    case 'PageDown':
      return toStep(value - 10 * step, bounds);
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}
