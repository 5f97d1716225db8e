/** What was understood of a file, and what a person can correct about it. All of it is plain data. */
import type { ColumnType } from '../table';
import type { Encoding } from './encoding';
import type { DateOrder, Decimal } from './read-cell';
import type { Delimiter } from './split-rows';

/** Texts that mean “missing” unless a person says otherwise; capital letters make no difference. */
export const MISSING_TEXTS: readonly string[] = ['', 'NA', 'N/A', '#N/A', 'NaN', 'null', '?', '.', '-', '--'];

/** Numbers that often stand for “missing”; suggested, never assumed. */
export const MISSING_NUMBERS: readonly number[] = [-9, -99, -999, -9999, -99999];

/** What a person says about one column, instead of what was found. */
export interface ColumnCorrection {
  /** The column's place in the file, counting from 0. */
  readonly index: number;
  readonly name?: string;
  readonly type?: ColumnType;
  readonly unit?: string;
  readonly meaning?: string;
  /** More texts that mean “missing” in this column. */
  readonly missing?: readonly string[];
  readonly dateOrder?: DateOrder;
}

export interface Corrections {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly decimal?: Decimal;
  /** Whether the first row contains the names of the columns. */
  readonly header?: boolean;
  /** The texts that mean “missing” in all columns. */
  readonly missing?: readonly string[];
  readonly columns?: readonly ColumnCorrection[];
}

/** A text that may mean “missing”: a person can accept it as `missing` of a column correction. */
export interface MissingSuggestion {
  readonly text: string;
  readonly sentence: string;
}

export interface ColumnFinding {
  readonly index: number;
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string;
  /** The number of missing cells, those included that could not be read. */
  readonly missing: number;
  /** The texts that were taken for “missing”, and how often each occurs; most frequent first. */
  readonly missingTexts: readonly (readonly [text: string, count: number])[];
  /** Why it is ignored; null if it is not. */
  readonly reason: string | null;
  readonly dateOrder: DateOrder | null;
  readonly suggestion: MissingSuggestion | null;
  /** What is wrong in this column, one sentence each, with line numbers. */
  readonly problems: readonly string[];
}

export interface Understanding {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly decimal: Decimal;
  readonly header: boolean;
  readonly missing: readonly string[];
  /** Rows of data, without the header. */
  readonly rows: number;
  readonly columns: readonly ColumnFinding[];
  /** The first rows of data, as written in the file. */
  readonly firstRows: readonly (readonly string[])[];
  /** What was repaired in the file as a whole, one sentence each. */
  readonly repairs: readonly string[];
}
