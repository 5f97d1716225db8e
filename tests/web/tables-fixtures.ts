/** Files for the tests of reading tables. */
import { gzipSync } from 'node:zlib';
import type { Progress } from '../../web/tables/file/bytes';
import { type FileReading, OpenedFile } from '../../web/tables/file/opened-file';
import type { Corrections } from '../../web/tables/file/understanding';
import { cellText } from '../../web/tables/read-column';

export type Content = string | Uint8Array | readonly number[];

const bytesOf = (content: Content): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);

export const fileOf = (content: Content): Blob => new Blob([bytesOf(content)]);

/** Each character as one byte, as in Windows-1252 and Latin-1. */
export const oneByte = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

export const utf16 = (text: string, isBigEndian = false): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  return isBigEndian ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
};

export const gzip = (content: Content): Uint8Array => new Uint8Array(gzipSync(bytesOf(content)));

export async function read(content: Content, corrections: Corrections = {}): Promise<FileReading> {
  return (await OpenedFile.open(fileOf(content), 'test.csv')).read(corrections);
}

/** Rows of cells as people read them; null where missing. */
export const rowsOf = ({ table }: FileReading): (string | null)[][] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellText(column, row)));

export const namesOf = ({ table }: FileReading): string[] => table.columns.map(({ name }) => name);

export const typesOf = ({ table }: FileReading): string => table.columns.map(({ type }) => type).join(' ');

/** All sentences about a file and its columns. */
export const sentencesOf = ({ understanding }: FileReading): string[] => [
  ...understanding.repairs,
  ...understanding.columns.flatMap(({ problems, reason, suggestion }) => [
    ...problems,
    ...(reason === null ? [] : [reason]),
    ...(suggestion === null ? [] : [suggestion.sentence]),
  ]),
];

/** Steps of a reading in order, each once. */
export const stepsOf = (progress: readonly Progress[]): string[] => [...new Set(progress.map(({ step }) => step))];

/** The same numbers at each run, for bytes that look random. */
export function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 24;
  });
}
