/**
 * Formats numbers as the page writes them: always with a point, never with a locale's comma, so that they match the
 * recipe.
 */

/** Created once, because creating a formatter takes many times as long as using it. */
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The word or sign for a number that is not finite; null for finite ones. */
export function notFinite(value: number): string | null {
  if (Number.isFinite(value)) {
    return null;
  }
  return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
}

/** `4.03×10¹⁵⁴`: `digits` significant digits, for numbers too large or too small to be written out. */
export function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = [...exponent].map((sign) => (sign === '+' ? '' : (SUPERSCRIPTS[Number(sign)] ?? '⁻'))).join('');
  return `${minus(mantissa)}×10${power}`;
}

/** Three decimals for losses and errors of usual size, a power of ten for others. */
export function measure(value: number): string {
  return notFinite(value) ?? decimal(value, 3);
}

/** Two measures with enough decimals to distinguish them. */
export function measuresApart(one: number, other: number): [string, string] {
  for (let digits = 3; ; digits += 1) {
    const texts: [string, string] = [
      notFinite(one) ?? decimal(one, digits),
      notFinite(other) ?? decimal(other, digits),
    ];
    if (texts[0] !== texts[1] || Object.is(one, other) || digits === 15) {
      return texts;
    }
  }
}

function decimal(value: number, digits: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 0.0005 || size >= 1e6) ? scientific(value, digits) : minus(value.toFixed(digits));
}

/** A whole number with thousands separators. */
export function whole(value: number): string {
  return WHOLE.format(value);
}

/** A number with at most six significant digits, as in a recipe. */
export function plain(value: number): string {
  return minus(String(Number(value.toPrecision(6))));
}

/** A duration in seconds as text, in one suitable unit. */
export function duration(seconds: number): string {
  if (seconds < 1) {
    return 'under a second';
  }
  if (seconds < 100) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 6000) {
    return `${Math.round(seconds / 60)} min`;
  }
  return `${(seconds / 3600).toFixed(1)} h`;
}

export function counted(count: number, one: string, many: string): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** Replaces hyphens by true minus signs. */
export function minus(text: string): string {
  return text.replace(/-/g, '−');
}

/** A file name without its ending, from the letters and digits of a title: `chapter-3-two-hidden-layers`. */
export function fileStem(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-') || 'minifactory';
}

/** A power of a unit, 0 to 2: `$1000s`, `($1000s)²`; empty for a pure number. */
export function unitPower(unit: string, power: number): string {
  if (unit === '' || power === 0) return '';
  return power === 1 ? unit : `(${unit})²`;
}
