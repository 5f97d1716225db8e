import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BOSTON_CSV, bostonColumns, numericColumns } from '../../web/datasets/boston-plugin.js';
import { columnIndex, columnValues } from '../../web/datasets/dataset';
import { DATASET_IDS } from '../../web/datasets/dataset-ids';
import { datasetNamed } from '../../web/datasets/datasets';

const boston = datasetNamed('boston');

describe('the housing data', () => {
  it('has 506 rows of 14 columns', () => {
    expect(boston.rows).toBe(506);
    expect(boston.columns.map(({ name }) => name).join(' ')).toBe(
      'CRIM ZN INDUS CHAS NOX RM AGE DIS RAD TAX PTRATIO B LSTAT MEDV',
    );
    expect(boston.values).toHaveLength(506 * 14);
    expect(boston.values.every(Number.isFinite)).toBe(true);
  });

  it('contains the values of the file, row by row', () => {
    const first = [0.00632, 18, 2.31, 0, 0.538, 6.575, 65.2, 4.09, 1, 296, 15.3, 396.9, 4.98, 24];
    expect([...boston.values.subarray(0, 14)]).toEqual(first);
    const last = [0.04741, 0, 11.93, 0, 0.573, 6.03, 80.8, 2.505, 1, 273, 21, 396.9, 7.88, 11.9];
    expect([...boston.values.subarray(-14)]).toEqual(last);
  });

  it('says what each column means, and what is wrong with column B', () => {
    for (const { name, meaning } of boston.columns) expect(meaning, name).toMatch(/^\S.*\.$/);
    expect(boston.warning).toMatch(/column B/i);
    expect(boston.warning).toMatch(/segregation/);
    expect(boston.warning).toMatch(/never tested/);
  });

  it('differs from its first printing in one cell', () => {
    const printed = datasetNamed('boston-as-first-printed');
    const different = [...printed.values.keys()].filter((index) => printed.values[index] !== boston.values[index]);
    expect(different).toEqual([445 * 14]);
    const crim = columnIndex(boston, 'CRIM');
    expect(columnValues(boston, crim)[445]).toBe(10.6718);
    expect(columnValues(printed, crim)[445]).toBe(0.6718);
    expect(printed.warning).toBe(boston.warning);
  });

  it('is found by every id', () => {
    expect(DATASET_IDS.map((id) => datasetNamed(id).id)).toEqual([...DATASET_IDS]);
  });
});

describe('the file of the housing data', () => {
  it('is the one that was published', () => {
    const columns = bostonColumns(readFileSync(BOSTON_CSV));
    expect(Object.keys(columns).join(' ')).toBe('crim zn indus chas nox rm age dis rad tax ptratio b lstat medv');
    expect(columns.crim?.[445]).toBe(10.6718);
  });

  it('may not change by a single character', () => {
    const changed = readFileSync(BOSTON_CSV, 'utf8').replace('10.67180', '0.67180');
    expect(() => bostonColumns(Buffer.from(changed))).toThrow('web/datasets/boston.csv was changed');
  });

  it('names its source and its licence on the page', () => {
    expect(boston.source).toContain('PDDL 1.0');
    expect(boston.source).toContain('CC0 1.0');
  });
});

describe('a broken CSV', () => {
  it.each([
    ['a,b\n1,2\n3\n', 'Line 3'],
    ['a,b\n1,2,3\n', 'Line 2'],
    ['a,b\n1,x\n', '"x"'],
    ['a,b\n1,\n', '""'],
    ['a,b\n1,"2\n', 'Line 2 of the CSV cannot be read'],
  ])('%j is an error that says where', (text, words) => {
    expect(() => numericColumns(text)).toThrow(words);
  });

  it('may end its lines either way', () => {
    expect(numericColumns('a,b\r\n1,2\r\n3,4\r\n')).toEqual({ a: [1, 3], b: [2, 4] });
  });
});
