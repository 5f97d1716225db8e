/** What one column of a file holds: its type, its values, and what is wrong in it. */
import { categoryColumn } from '../change-column';
import type { ColumnType, TableColumn } from '../table';
import { type ColumnTexts, differentTexts, type ReadValues, readValues } from './column-texts';
import { counted, LIMITS, linesText, quoted } from './limits';
import { DATE_ORDERS, type DateOrder, type Decimal, NUMBER_READERS, readDate } from './read-cell';
import type { ColumnCorrection, ColumnFinding, MissingSuggestion } from './understanding';
import { MISSING_NUMBERS } from './understanding';

/** The share of cells that may be unreadable in a column that is still one of numbers or dates. */
const TOLERANCE = 0.2;

/** Integers beyond it are rounded when they become doubles. */
const EXACT = Number.MAX_SAFE_INTEGER;

export interface ColumnSource extends ColumnTexts {
  readonly index: number;
  readonly name: string;
  readonly decimal: Decimal;
  /** Whether `03/04/2020` is 3 April (day first) if nothing else tells. */
  readonly isDayFirst: boolean;
  /** The line of the file for a row of data. */
  readonly line: (row: number) => number;
  readonly correction: ColumnCorrection;
}

export interface UnderstoodColumn {
  readonly finding: ColumnFinding;
  readonly column: TableColumn;
}

interface Content {
  readonly column: TableColumn;
  readonly problems: readonly string[];
  readonly suggestion?: MissingSuggestion | null;
  readonly dateOrder?: DateOrder;
}

/** The best of several ways to read a column: the first one with the fewest unreadable cells. */
function bestReading<Way>(
  source: ColumnTexts,
  ways: readonly Way[],
  read: (way: Way) => (text: string) => number,
  tolerance: number,
): (ReadValues & { readonly way: Way }) | null {
  let best: (ReadValues & { readonly way: Way }) | null = null;
  for (const way of ways) {
    const reading = readValues(source, read(way), tolerance);
    if (reading !== null && (best === null || reading.bad.length < best.bad.length)) best = { ...reading, way };
    if (best?.bad.length === 0) break;
  }
  return best;
}

function describedOf({ name, correction }: ColumnSource) {
  return { name, meaning: correction.meaning ?? '', unit: correction.unit ?? '' };
}

/** A sentence about the cells that could not be read. */
function unreadable(source: ColumnSource, bad: readonly number[], one: string, many: string): string[] {
  if (bad.length === 0) return [];
  const examples = [...new Set(bad.slice(0, 100).map((row) => quoted(source.texts[row] as string)))].slice(0, 3);
  const lines = linesText(bad.map(source.line));
  const verb = bad.length === 1 ? `is not ${one}` : `are not ${many}`;
  return [`${counted(bad.length, 'cell')} (${examples.join(', ')}, ${lines}) ${verb}; counted as missing.`];
}

function constant(values: Float64Array): boolean {
  const first = values.find((value) => !Number.isNaN(value));
  return values.every((value) => Number.isNaN(value) || value === first);
}

const CONSTANT = 'All cells are the same, so this column cannot help to predict anything.';

/** −999 and the like, if all other values are far from it. */
function suggestMissing({ texts }: ColumnSource, values: Float64Array): MissingSuggestion | null {
  let lowest = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < lowest) lowest = value;
  if (!MISSING_NUMBERS.includes(lowest)) return null;
  let count = 0;
  let next = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (value === lowest) count += 1;
    else if (value < next) next = value;
  }
  if (next <= lowest / 2 || next === Number.POSITIVE_INFINITY) return null;
  const text = texts[values.indexOf(lowest)] as string;
  return {
    text,
    sentence: `${counted(count, 'cell')} ${count === 1 ? 'is' : 'are'} ${text}, far below all others. Does it mean “missing”?`,
  };
}

function asNumber(source: ColumnSource, tolerance: number): Content | null {
  const decimals: readonly Decimal[] = source.decimal === ',' ? [',', '.'] : ['.', ','];
  const reading = bestReading(source, decimals, (decimal) => NUMBER_READERS[decimal], tolerance);
  if (reading === null || reading.bad.length === source.present) return null;
  const { values, bad } = reading;
  const rounded: number[] = [];
  for (const [row, value] of values.entries())
    if (Math.abs(value) > EXACT && isDigits(source.texts[row])) rounded.push(row);
  return {
    column: { ...describedOf(source), type: 'number', values },
    suggestion: suggestMissing(source, values),
    problems: [
      ...unreadable(source, bad, 'a finite number', 'finite numbers'),
      ...(constant(values) ? [CONSTANT] : []),
      ...(rounded.length > 0
        ? [
            `${counted(rounded.length, 'number')} (${linesText(rounded.map(source.line))}) with more than 15 digits lost ` +
              'the last ones. If it is an identifier, ignore the column.',
          ]
        : []),
    ],
  };
}

const isDigits = (text: string | null | undefined) => /^[+-]?\d+$/.test(text ?? '');

function asDate(source: ColumnSource, tolerance: number): Content | null {
  const { dateOrder } = source.correction;
  const [iso, dayFirst, monthFirst] = DATE_ORDERS;
  const isDayFirst = source.isDayFirst || source.texts.some((text) => /^\d+\.\d+\.\d{4}/.test(text ?? ''));
  const orders = isDayFirst ? [iso, dayFirst, monthFirst] : [iso, monthFirst, dayFirst];
  const reader = (order: DateOrder) => (text: string) => readDate(text, order);
  const reading = bestReading(source, dateOrder === undefined ? orders : [dateOrder], reader, tolerance);
  if (reading === null || reading.bad.length === source.present) return null;
  const { values, bad, way } = reading;
  const other = way === dayFirst ? monthFirst : dayFirst;
  const isUnsure =
    dateOrder === undefined && way !== iso && readValues(source, reader(other), tolerance)?.bad.length === bad.length;
  const { name, meaning } = describedOf(source);
  return {
    dateOrder: way,
    column: { name, meaning, type: 'date', unit: 'days since 1970-01-01', values },
    problems: [
      ...(isUnsure ? [`The dates could be ${dayFirst} or ${monthFirst}; they are read as ${way}. Check this.`] : []),
      ...unreadable(source, bad, 'a date', 'dates'),
      ...(constant(values) ? [CONSTANT] : []),
    ],
  };
}

/** Cells that a spreadsheet would compute. */
function formulas({ texts, line }: ColumnSource): string[] {
  const rows: number[] = [];
  for (const [row, text] of texts.entries()) if (text !== null && /^(?:=|@\w|[+-][A-Za-z(])/.test(text)) rows.push(row);
  if (rows.length === 0) return [];
  const example = quoted(texts[rows[0] as number] as string);
  const verb = rows.length === 1 ? 'looks like a formula' : 'look like formulas';
  return [
    `${counted(rows.length, 'cell')} (${example}, ${linesText(rows.map(line))}) ${verb}. Formulas are never computed; ` +
      'save their values instead.',
  ];
}

function asCategory(source: ColumnSource): Content {
  const column = categoryColumn(describedOf(source), source.texts);
  return { column, problems: [...formulas(source), ...(column.levels.length === 1 ? [CONSTANT] : [])] };
}

function asIgnored(source: ColumnSource, reason: string): Content {
  return {
    column: { ...describedOf(source), type: 'ignored', reason, content: { type: 'text', texts: source.texts } },
    problems: formulas(source),
  };
}

/** Why texts are no category; null if they are one. */
function freeText({ texts, present }: ColumnSource): string | null {
  const limit = LIMITS.recognisedLevels;
  const levels = differentTexts(texts, limit).size;
  if (levels > limit) return `Free text: more than ${limit} different texts in ${counted(present, 'cell')}.`;
  // Two or three rows of a small table may well be different.
  if (present > 4 && levels > present / 2)
    return `Free text: ${levels} different texts in ${counted(present, 'cell')}.`;
  return null;
}

function recognised(source: ColumnSource): Content {
  if (source.present === 0) return asIgnored(source, 'All cells are missing.');
  const values = asNumber(source, TOLERANCE) ?? asDate(source, TOLERANCE);
  if (values !== null) return values;
  const reason = freeText(source);
  return reason === null ? asCategory(source) : asIgnored(source, reason);
}

/** The type that a person chose, as far as the column can be read as that type. */
function chosen(source: ColumnSource, type: ColumnType): Content {
  if (type === 'ignored') return asIgnored(source, 'You chose to ignore it.');
  if (source.present === 0) return asIgnored(source, 'All cells are missing.');
  if (type === 'category') {
    const isTooMany = differentTexts(source.texts, LIMITS.levels).size > LIMITS.levels;
    return isTooMany ? asIgnored(source, `A category may have at most ${LIMITS.levels} levels.`) : asCategory(source);
  }
  const content = type === 'number' ? asNumber(source, 1) : asDate(source, 1);
  return content ?? asIgnored(source, `No cell can be read as a ${type}.`);
}

/** `Beak Length (mm)` and `Mass [kg]` name their unit. */
function unitIn(name: string): string {
  const unit = /[([]([^()[\]]{1,15})[)\]]$/.exec(name)?.[1]?.trim() ?? '';
  return /\p{L}|[%°]/u.test(unit) ? unit : '';
}

export function understandColumn(source: ColumnSource): UnderstoodColumn {
  const { correction } = source;
  const content = correction.type === undefined ? recognised(source) : chosen(source, correction.type);
  const { column: found, problems, suggestion = null, dateOrder = null } = content;
  const column: TableColumn =
    found.type === 'number' && correction.unit === undefined ? { ...found, unit: unitIn(source.name) } : found;
  const bad = column.type === 'number' || column.type === 'date' ? column.values : null;
  const missing =
    bad === null
      ? source.texts.length - source.present
      : bad.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const { type, name, unit } = column;
  const reason = column.type === 'ignored' ? column.reason : null;
  return {
    column,
    finding: {
      index: source.index,
      name,
      type,
      unit,
      missing,
      missingTexts: source.missingTexts,
      reason,
      dateOrder,
      suggestion,
      problems,
    },
  };
}
