/** The ledger's entries by part of the course, and the run that each one is read from. */
import entries from '../../../tests/golden/ledger.json';
import type { LedgerEntry } from '../../ledger/agreement';
import { SOURCES } from '../../ledger/rows';

export interface PrintedNumber extends LedgerEntry {
  /** Data, seeds and procedure. */
  readonly how: string;
}

export interface Part {
  /** As in the address. */
  readonly id: string;
  readonly title: string;
  /** Its name in an entry's source. */
  readonly source: string;
}

export const PRINTED: readonly PrintedNumber[] = entries;

/** A number that is printed in two parts belongs to both. */
export const PARTS: readonly Part[] = [
  { id: 'chapter-1', title: 'Chapter 1', source: 'chapter 1' },
  { id: 'chapter-2', title: 'Chapter 2', source: 'chapter 2' },
  { id: 'chapter-3', title: 'Chapter 3', source: 'chapter 3' },
  { id: 'lecture', title: 'Lecture', source: 'lecture' },
];

/** All entries if the id is null or names no part. */
export function printedIn(id: string | null): readonly PrintedNumber[] {
  const part = PARTS.find((candidate) => candidate.id === id);
  return part === undefined ? PRINTED : PRINTED.filter(({ source }) => source.includes(part.source));
}

/** The preset that an entry is read from; null if it comes from a function of the engine. */
export function presetOf({ id }: LedgerEntry): string | null {
  const source = SOURCES[id];
  return source !== undefined && 'run' in source ? source.run : null;
}
