/**
 * Makes penguins.csv and cars.csv importable as `virtual:penguins` and `virtual:cars`. They are read at build time.
 *
 * The files are data/penguins.json and data/cars.json of the npm package vega-datasets, version 3.2.1, written as CSV:
 * the same names, rows and values in the same order, with empty cells for null. Penguins are in the public domain (CC0
 * 1.0). Cars was “distributed in 1982 for educational and scientific purposes” (http://lib.stat.cmu.edu/datasets/cars.desc).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

const SHA256 = {
  penguins: '78cf4a881120919808bc9a93fb87f1c50e5a74f96115b5adf62d0b80cb81bef1',
  cars: '91e1a4b2a045d02e5851a2ebf8238b2627866b5c65d04dbe7d051ae561648501',
};

/** @typedef {keyof typeof SHA256} CsvTable */

/** @param {CsvTable} name */
export const csvFile = (name) => fileURLToPath(new URL(`${name}.csv`, import.meta.url));

/**
 * The columns of a table, in the order of the file: numbers where all cells of a column are numbers or empty, otherwise
 * texts; null for an empty cell. Runs depend on each cell, so a changed file is an error.
 * @param {CsvTable} name
 * @param {Buffer} file
 * @returns {[name: string, cells: (number | string | null)[]][]}
 */
export function csvColumns(name, file) {
  const sum = createHash('sha256').update(file).digest('hex');
  if (sum !== SHA256[name]) {
    throw new Error(
      `web/tables/built-in/${name}.csv was changed: its SHA-256 is ${sum} instead of ${SHA256[name]}. Restore it with ` +
        'git checkout.',
    );
  }
  const { data } = Papa.parse(file.toString('utf8'), { delimiter: ',', skipEmptyLines: true });
  const [header = [], ...rows] = /** @type {string[][]} */ (data);
  return header.map((title, column) => {
    const texts = rows.map((row) => row[column] || null);
    const isNumeric = texts.every((text) => text === null || Number.isFinite(Number(text)));
    return [title, isNumeric ? texts.map((text) => (text === null ? null : Number(text))) : texts];
  });
}

/** @param {string} id @returns {CsvTable | undefined} */
const tableOf = (id) => /** @type {CsvTable[]} */ (Object.keys(SHA256)).find((name) => id === `virtual:${name}`);

/**
 * The Vite plugin; list it under `plugins` and, for workers that load a table, under `worker.plugins`.
 * @returns {import('vite').Plugin}
 */
export function csvTables() {
  return {
    name: 'minifactory:csv-tables',
    resolveId: (id) => (tableOf(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id[0] === '\0' ? tableOf(id.slice(1)) : undefined;
      if (name === undefined) return undefined;
      // Column by column, because similar values side by side compress better than rows.
      const columns = JSON.stringify(csvColumns(name, readFileSync(csvFile(name))));
      return { code: `export default ${columns};`, moduleType: 'js', moduleSideEffects: false };
    },
  };
}
