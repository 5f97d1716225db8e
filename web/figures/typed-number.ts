/** Numbers as people type them. */

/** Reads `1.5`, `1,5` and `−2`; NaN for other text. */
export function readNumber(text: string): number {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

/** The text for a field, without the digits that come from binary fractions. */
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

/** The value after a key: arrows change it by a step, Page Up and Page Down by ten, Home and End set it to the bounds. */
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
