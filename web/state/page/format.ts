/** Numbers as the page writes them: always a point, never a locale's comma, so that they match the recipe. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The word or sign for what is no finite number; null for what is one. */
export function notFinite(value: number): string | null {
  if (Number.isFinite(value)) {
    return null;
  }
  return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
}

/** `4.03×10¹⁵⁴`: so many significant digits, for what is too large or too small to be written out. */
export function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = [...exponent].map((sign) => (sign === '+' ? '' : (SUPERSCRIPTS[Number(sign)] ?? '⁻'))).join('');
  return `${minus(mantissa)}×10${power}`;
}

/** Three decimals for the sizes losses and errors have, powers of ten for what would not fit. */
export function measure(value: number): string {
  return notFinite(value) ?? decimal(value, 3);
}

/** Two measures, with as many decimals as tell them apart. */
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

/** A whole number with thousands set apart. */
export function whole(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** A number as the recipe would hold it, without digits that say nothing. */
export function plain(value: number): string {
  return minus(String(Number(value.toPrecision(6))));
}

/** How long so many seconds are, to one useful unit. */
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

/** A true minus sign. */
export function minus(text: string): string {
  return text.replace(/-/g, '−');
}

/** A file's name without its ending, of the letters and digits of a title: `chapter-3-two-hidden-layers`. */
export function fileStem(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-') || 'minifactory';
}
