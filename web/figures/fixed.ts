/** A number with this number of decimals and a true minus sign. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : '∞';
  return value.toFixed(decimals).replace('-', '−');
}
