/** Numbers and dates as people and programs write them. Every function gives NaN for a text that it cannot read. */

/** The character before the decimals. */
export const DECIMALS = ['.', ','] as const;
export type Decimal = (typeof DECIMALS)[number];

const GROUPED_POINT = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const GROUPED_COMMA = /^[+-]?\d{1,3}(?:[.\u0020\u00a0\u202f'’]\d{3})+(?:,\d+)?$/;
const WITH_COMMA = /^[+-]?(?:\d+,\d*|,\d+)(?:e[+-]?\d+)?$/i;

/** `0x10`, `0b1` and `0o7` are numbers for JavaScript only. */
function plainNumber(text: string): number {
  const second = text.charCodeAt(1) | 32;
  if (second > 57 && text.charCodeAt(0) === 48 && second !== 101) return Number.NaN;
  return text === '' ? Number.NaN : Number(text);
}

/** `−1.5e3` or `1,234.5`; ±Infinity if it is beyond a double. */
function readPoint(text: string): number {
  const value = plainNumber(text);
  if (Number.isFinite(value)) return value;
  if (!Number.isNaN(value)) return /^[+-]?i/i.test(text) ? Number.NaN : value;
  if (GROUPED_POINT.test(text)) return Number(text.replaceAll(',', ''));
  // A typographic minus sign.
  return text.startsWith('−') ? readPoint(`-${text.slice(1)}`) : Number.NaN;
}

/** `−1,5e3` or `1.234,5`; ±Infinity if it is beyond a double. */
function readComma(text: string): number {
  if (GROUPED_COMMA.test(text)) return Number(text.replace(/[.\s'’]/g, '').replace(',', '.'));
  if (WITH_COMMA.test(text)) return Number(text.replace(',', '.'));
  return /^[+−-]?\d{1,3}(?:,\d{3})+\./.test(text) ? Number.NaN : readPoint(text);
}

export const NUMBER_READERS: Readonly<Record<Decimal, (text: string) => number>> = { '.': readPoint, ',': readComma };

/** The order of year, month and day. */
export const DATE_ORDERS = ['year-month-day', 'day-month-year', 'month-day-year'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const TIME = '(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`);

const SECONDS_A_DAY = 86_400;

/** Days since 1970-01-01, with the time of day as a fraction; a time without a zone counts as UTC. */
export function readDate(text: string, order: DateOrder): number {
  const isYearFirst = order === 'year-month-day';
  const match = (isYearFirst ? YEAR_FIRST : YEAR_LAST).exec(text);
  if (match === null) return Number.NaN;
  const [first, second, third] = [match[1], match[3], match[4]].map(Number) as [number, number, number];
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : order === 'day-month-year'
      ? [third, second, first]
      : [third, first, second];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return Number.NaN;
  const [hours, minutes, seconds] = [match[5], match[6], match[7]].map((part) => Number(part ?? 0));
  if ((hours as number) > 23 || (minutes as number) > 59 || (seconds as number) > 59) return Number.NaN;
  const time = (hours as number) * 3600 + (minutes as number) * 60 + (seconds as number) - zoneSeconds(match[8]);
  return date.getTime() / 1000 / SECONDS_A_DAY + time / SECONDS_A_DAY;
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) as RegExpExecArray;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
