import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cosine, logarithm, sine } from '../../web/tables/built-in/arithmetic';
import { FIXED_TABLE_IDS, loadGeneratedTable, loadTable } from '../../web/tables/built-in/built-in-tables';
import { csvColumns, csvFile } from '../../web/tables/built-in/csv-plugin.js';
import { GENERATED_IDS, type GeneratedId, generatedTable } from '../../web/tables/built-in/generated';
import { Random } from '../../web/tables/built-in/random';
import { cellText, columnNamed, levelCounts, missingRows } from '../../web/tables/read-column';
import type { CategoryColumn, NumberColumn, Table } from '../../web/tables/table';

const category = (table: Table, name: string) => columnNamed(table, name) as CategoryColumn;
const numbers = (table: Table, name: string) => (columnNamed(table, name) as NumberColumn).values;
const missingCounts = (table: Table) => table.columns.map((column) => missingRows(column, table.rows).length);
const firstRow = (table: Table) => table.columns.map((column) => cellText(column, 0));

describe('the penguins', () => {
  it('have 344 rows, three species and missing cells', async () => {
    const table = await loadTable('penguins');
    expect([table.rows, table.target, table.licence]).toEqual([344, 'Species', 'CC0 1.0']);
    expect(missingCounts(table)).toEqual([0, 0, 2, 2, 2, 2, 11]);
    expect(category(table, 'Species').levels).toEqual(['Adelie', 'Chinstrap', 'Gentoo']);
    expect(levelCounts(category(table, 'Species'))).toEqual([152, 68, 124]);
    expect(category(table, 'Sex').levels).toEqual(['FEMALE', 'MALE']);
    expect(firstRow(table)).toEqual(['Adelie', 'Torgersen', '39.1', '18.7', '181', '3750', 'MALE']);
  });
});

describe('the cars', () => {
  it('have 406 rows, a date, free text and missing cells', async () => {
    const table = await loadTable('cars');
    expect([table.rows, table.target]).toEqual([406, 'Miles per gallon']);
    expect(missingCounts(table)).toEqual([0, 8, 0, 0, 6, 0, 0, 0, 0]);
    expect(table.columns.map(({ type }) => type).join(' ')).toBe(
      'ignored number number number number number number date category',
    );
    const first = ['chevrolet chevelle malibu', '18', '8', '307', '130', '3504', '12', '1970-01-01', 'USA'];
    expect(firstRow(table)).toEqual(first);
  });

  it('have the years that their warning speaks of', async () => {
    const table = await loadTable('cars');
    const years = Array.from({ length: 406 }, (_, row) => cellText(columnNamed(table, 'Model year'), row));
    expect(years.filter((year) => year === '1982-01-01')).toHaveLength(61);
    expect(years).not.toContain('1981-01-01');
    expect(table.warning).toContain('No car in this copy is from 1981 and 61 are from 1982');
  });
});

describe('a table with a file', () => {
  it.each(FIXED_TABLE_IDS)('%s states its source, its licence and the meaning of each column', async (id) => {
    const table = await loadTable(id);
    expect(table.id).toBe(id);
    expect(table.source).toMatch(/vega-datasets 3\.2\.1\.$/);
    expect(table.licence).not.toBe('');
    for (const { name, meaning } of table.columns) expect(meaning, name).toMatch(/^\S.*\.$/);
  });

  it.each(FIXED_TABLE_IDS)('%s may not change by a single character', (id) => {
    const changed = readFileSync(csvFile(id), 'utf8').replace('18', '81');
    expect(() => csvColumns(id, Buffer.from(changed))).toThrow(`web/tables/built-in/${id}.csv was changed`);
  });
});

describe('sine, cosine and logarithm', () => {
  it('are those of the mathematics to about 15 digits', () => {
    for (let step = -2000; step <= 2000; step += 1) {
      const angle = step * 0.0137;
      expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(4e-16);
      expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(4e-16);
      const positive = Math.abs(step * 0.0137) ** 5 + 1e-9;
      const error = Math.abs(logarithm(positive) - Math.log(positive));
      expect(error).toBeLessThan(4e-16 * Math.max(1, Math.abs(Math.log(positive))));
    }
  });

  it('hit the exact places', () => {
    expect([sine(0), cosine(0), logarithm(1), sine(Math.PI / 2), cosine(Math.PI)]).toEqual([0, 1, 0, 1, -1]);
  });
});

describe('the random numbers', () => {
  it('are those of NumPy’s RandomState', () => {
    const random = new Random(190119);
    expect([random.uniform(), random.uniform(), random.uniform()]).toEqual([
      0.5872812297604536, 0.32813752800880736, 0.9995423718447759,
    ]);
    const normal = new Random(190119);
    for (const value of [-1.7409754372983186, 0.8841632230096625, 0.8834716629011528, 0.07295415050660693])
      expect(normal.normal()).toBeCloseTo(value, 14);
  });

  it('are still those after the state is renewed', () => {
    const random = new Random(5489);
    for (let draw = 0; draw < 4999; draw += 1) random.uniform();
    expect(random.uniform()).toBe(0.28196043491448763);
  });
});

const options = { seed: 190119, rows: 300, noise: 0.1 };

/** Of all values, byte by byte. */
function checksum(table: Table): string {
  const hash = createHash('sha256');
  for (const column of table.columns)
    hash.update('values' in column ? column.values : (column as CategoryColumn).codes);
  return hash.digest('hex').slice(0, 16);
}

describe('a generated table', () => {
  it.each(GENERATED_IDS)('%s has as many rows as asked, all cells, and depends on seed and noise', async (id) => {
    const table = await loadGeneratedTable(id, options);
    expect([table.id, table.rows]).toEqual([id, 300]);
    expect(missingCounts(table).every((count) => count === 0)).toBe(true);
    for (const { name, meaning } of table.columns) expect(meaning, name).toMatch(/^\S.*\.$/);
    expect(checksum(generatedTable(id, options))).toBe(checksum(table));
    expect(checksum(generatedTable(id, { ...options, seed: 1 }))).not.toBe(checksum(table));
    expect(checksum(generatedTable(id, { ...options, noise: 0.3 }))).not.toBe(checksum(table));
    expect(generatedTable(id, { ...options, rows: 11 }).rows).toBe(11);
  });

  it('has the same bits on every machine', () => {
    const sums = Object.fromEntries(GENERATED_IDS.map((id) => [id, checksum(generatedTable(id, options))]));
    expect(sums).toEqual({
      line: 'dd4ca42dd1552522',
      plane: '2ab0a4f3fc809908',
      'gaussian-bumps': '20633351331e2dfa',
      'two-clouds': 'd0caf034169ef94b',
      circle: 'f5ec8ce7d4869f7c',
      'exclusive-or': 'def457567103d46e',
      'two-spirals': '16bdac3ce40c48fd',
      'three-blobs': '5f722503a4f59853',
    });
  });

  it.each<[GeneratedId, readonly string[], readonly number[]]>([
    ['two-clouds', ['blue', 'orange'], [150, 150]],
    ['two-spirals', ['blue', 'orange'], [150, 150]],
    ['three-blobs', ['blue', 'green', 'orange'], [100, 100, 100]],
  ])('%s has classes of the same size', (id, levels, counts) => {
    const target = category(generatedTable(id, options), 'class');
    expect([target.levels, levelCounts(target)]).toEqual([levels, counts]);
  });

  const clean = { seed: 7, rows: 400, noise: 0 };
  const points = (table: Table) => {
    const [x1, x2] = [numbers(table, 'x1'), numbers(table, 'x2')];
    return Array.from({ length: table.rows }, (_, row) => [x1[row] as number, x2[row] as number] as const);
  };
  const labels = (table: Table) =>
    Array.from({ length: table.rows }, (_, row) => cellText(category(table, 'class'), row));

  it('without noise is a line, and a plane', () => {
    const line = generatedTable('line', clean);
    expect(line.columns.map(({ name }) => name)).toEqual(['x1', 'y']);
    for (const [row, x] of numbers(line, 'x1').entries()) expect(numbers(line, 'y')[row]).toBe(2 * x + 1);
    const plane = generatedTable('plane', clean);
    for (const [row, [x, y]] of points(plane).entries()) {
      expect(numbers(plane, 'y')[row]).toBe((x + y) / 10);
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(6);
    }
  });

  it('without noise has bumps of ±1 that end at a distance of 2', () => {
    const bumps = generatedTable('gaussian-bumps', { ...clean, rows: 10_000 });
    const heights = numbers(bumps, 'y');
    expect([Math.max(...heights), Math.min(...heights)].map((height) => height.toFixed(1))).toEqual(['1.0', '-1.0']);
    for (const [row, [x, y]] of points(bumps).entries()) {
      const near = [-4, 0, 4].some((centre) => Math.hypot(x - centre, Math.abs(y) - 2.5) < 2);
      expect(heights[row] !== 0).toBe(near);
    }
  });

  it('without noise has a disc in a ring, and squares of one sign', () => {
    const circle = generatedTable('circle', clean);
    const radii = points(circle).map(([x, y]) => Math.hypot(x, y));
    const inside = labels(circle).map((label) => label === 'blue');
    expect(levelCounts(category(circle, 'class'))).toEqual([200, 200]);
    for (const [row, radius] of radii.entries()) {
      expect(inside[row] ? radius < 2.5 + 1e-9 : radius > 3.5 - 1e-9 && radius < 5 + 1e-9).toBe(true);
    }
    const squares = generatedTable('exclusive-or', clean);
    const square = labels(squares);
    for (const [row, [x, y]] of points(squares).entries()) {
      expect(square[row]).toBe(x * y > 0 ? 'blue' : 'orange');
      expect(Math.min(Math.abs(x), Math.abs(y))).toBeGreaterThanOrEqual(0.3);
    }
  });

  it('without noise has two spiral arms that mirror each other', () => {
    const all = points(generatedTable('two-spirals', clean));
    for (const [index, [x, y]] of all.slice(0, 200).entries()) {
      const [otherX, otherY] = all[200 + index] as readonly [number, number];
      expect(Math.hypot(x, y)).toBeCloseTo(index / 40, 12);
      expect([x + otherX, y + otherY].every((sum) => Math.abs(sum) < 1e-14)).toBe(true);
    }
    // Half a turn after 1/3.5 of the way.
    expect(all[100]?.map((value) => value.toFixed(3))).toEqual(['-1.768', '1.768']);
  });

  it('has clouds whose mean and variance are those stated', () => {
    const cloud = points(generatedTable('two-clouds', { seed: 3, rows: 10_000, noise: 0.5 })).slice(0, 5000);
    const mean = cloud.reduce((sum, [x]) => sum + x, 0) / 5000;
    const variance = cloud.reduce((sum, [x]) => sum + (x - mean) ** 2, 0) / 5000;
    expect(Math.abs(mean - 2)).toBeLessThan(0.1);
    expect(Math.abs(variance - 4)).toBeLessThan(0.3);
  });

  it.each([
    [{ rows: 9 }, /number of rows/],
    [{ rows: 10_001 }, /from 10 to 10000/],
    [{ rows: 20.5 }, /whole number/],
    [{ seed: -1 }, /seed/],
    [{ seed: 2 ** 32 }, /seed/],
    [{ noise: 0.51 }, /noise/],
    [{ noise: Number.NaN }, /noise/],
  ])('refuses %o', (wrong, sentence) => {
    expect(() => generatedTable('circle', { ...clean, ...wrong })).toThrow(sentence);
  });
});
