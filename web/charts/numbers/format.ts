/** Formats numbers for people: significant digits, a true minus sign, and units. */
import { minus, notFinite, scientific } from '../../state/page/format';

/** `value` to `digits` significant digits, with trailing zeros, so that a changing number keeps its width. */
export function formatNumber(value: number, digits = 3): string {
  const word = notFinite(value);
  if (word !== null) return word;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) return scientific(value, digits);
  return minus(size >= 10 ** digits ? value.toFixed(0) : value.toPrecision(digits));
}

/** An axis tick, as short as possible, since ticks are round numbers. */
export function formatTick(value: number): string {
  const word = notFinite(value);
  if (word !== null) return word;
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-4)) {
    const digits = Number(value.toPrecision(3)).toExponential().split('e')[0]?.replace(/[-.]/g, '').length ?? 1;
    return scientific(value, digits).replace(/^(−?)1×/, '$1');
  }
  return minus(String(Number(value.toPrecision(6))));
}

/** A number with its unit: `4.98 %`, `6.57 rooms`, but `24.0 ($1000s)`. */
export function formatQuantity(value: number, unit: string, digits = 3): string {
  const number = formatNumber(value, digits);
  if (unit === '') return number;
  return /^[\p{L}%°]/u.test(unit) ? `${number} ${unit}` : `${number} (${unit})`;
}

/** An axis title: `LSTAT (%)`, or the name alone for a pure number. */
export function axisTitle(name: string, unit: string): string {
  return unit === '' ? name : `${name} (${unit})`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 row`, `152 rows`, `18,433 rows`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
