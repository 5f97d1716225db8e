/** The smallest of 1, 2, 5 × 10ⁿ that is not below `size`; `size` is positive. */
export function niceStep(size: number): number {
  const power = Number(`1e${Math.floor(Math.log10(size))}`);
  const mantissa = [1, 2, 5, 10].find((m) => m * power >= size * (1 - 1e-12)) ?? 10;
  return mantissa * power;
}
