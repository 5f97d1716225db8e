/** Numbers as a page prints them: `−0.0557`, `5,000`, `3.8215`. */

/** One number from a text, normalised: a plain hyphen for minus, no thousands separators. */
export type Printed = string;

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;

/** A number in a text: not part of a name (`W1`, `x2`) or of a longer number. A minus counts where it is a sign. */
export const NUMBER = new RegExp(String.raw`(?:(?<![\p{L}\d_.)\]}])[-−])?(?<![\p{L}\d_.])${DIGITS}(?!\d|[.,]\d)`, 'gu');

export function normalised(text: string): Printed {
  return text.replace('−', '-').replaceAll(',', '');
}

/** Whether a value rounds to exactly the printed digits. */
export function rounds(value: number, printed: Printed): boolean {
  if (!Number.isFinite(value)) return false;
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Number(value.toFixed(decimals)) === Number(printed);
}

/** The number of significant digits: `0.0918` has 3, `5000` and `0.5000` have 1, `3.8215` has 5. */
export function significantDigits(printed: Printed): number {
  return printed.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** Whole numbers from −9 to 9, which usually count things that the sentence shows. */
export function isSmall(printed: Printed): boolean {
  return /^-?\d$/.test(printed);
}
