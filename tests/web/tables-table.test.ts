import { describe, expect, it } from 'vitest';
import { columnValues } from '../../web/datasets/dataset';
import { DATASET_IDS } from '../../web/datasets/dataset-ids';
import { datasetNamed } from '../../web/datasets/datasets';
import {
  categoryColumn,
  changeType,
  inLevelOrder,
  renameColumn,
  setLevelOrder,
  setMeaning,
  setTarget,
  setUnit,
} from '../../web/tables/change-column';
import { tableFromDataset } from '../../web/tables/from-dataset';
import { cellText, columnNamed, isMissing, isUsed, levelCounts, missingRows } from '../../web/tables/read-column';
import { makeTable, type NumberColumn, type TableColumn } from '../../web/tables/table';

const described = (name: string) => ({ name, meaning: '', unit: '' });
const numbers = (name: string, ...values: number[]): NumberColumn => ({
  ...described(name),
  type: 'number',
  values: Float64Array.from(values),
});

const day: TableColumn = {
  ...described('day'),
  type: 'date',
  unit: 'days since 1970-01-01',
  values: Float64Array.of(0, 20000.5, Number.NaN),
};
const note: TableColumn = {
  ...described('note'),
  type: 'ignored',
  reason: 'Every text is different.',
  content: { type: 'text', texts: ['7', null, '2.5'] },
};
const table = makeTable({
  id: 'small',
  title: 'Small',
  columns: [numbers('mass', 3, Number.NaN, 4.5), categoryColumn(described('kind'), ['b', 'a', null]), day, note],
  target: 'kind',
});

const code = (action: () => unknown): string | undefined => {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a table', () => {
  it('counts its rows and marks missing cells', () => {
    expect(table.rows).toBe(3);
    expect(table.columns.map((column) => missingRows(column, 3))).toEqual([[1], [2], [2], [1]]);
    expect(isMissing(day, 0)).toBe(false);
    expect(table.columns.filter(isUsed).map(({ name }) => name)).toEqual(['mass', 'kind', 'day']);
  });

  it('shows cells as people read them', () => {
    const rows = [0, 1, 2].map((row) => table.columns.map((column) => cellText(column, row)));
    expect(rows).toEqual([
      ['3', 'b', '1970-01-01', '7'],
      [null, 'a', '2024-10-04T12:00:00', null],
      ['4.5', null, null, '2.5'],
    ]);
  });

  it.each([
    ['no column', { columns: [] }],
    ['an empty name', { columns: [numbers('', 1)] }],
    ['two columns of one name', { columns: [numbers('a', 1), numbers('a', 2)] }],
    ['columns of different lengths', { columns: [numbers('a', 1), numbers('b', 1, 2)] }],
    ['an infinite value', { columns: [numbers('a', Number.NEGATIVE_INFINITY)] }],
    ['a target that does not exist', { columns: [numbers('a', 1)], target: 'b' }],
    ['an ignored target', { columns: [note], target: 'note' }],
    [
      'a code without a level',
      { columns: [{ ...described('c'), type: 'category' as const, levels: ['x'], codes: Int32Array.of(1) }] },
    ],
    [
      'two levels of one name',
      { columns: [{ ...described('c'), type: 'category' as const, levels: ['x', 'x'], codes: Int32Array.of(1) }] },
    ],
  ])('with %s is refused', (_, parts) => {
    expect(code(() => makeTable({ id: 'bad', title: 'Bad', ...parts }))).toBe('BAD_TABLE');
  });

  it('names its columns when an unknown one is asked for', () => {
    expect(() => columnNamed(table, 'masses')).toThrow(
      'The table has no column “masses”; it has “mass”, “kind”, “day”, “note”.',
    );
  });

  it('accepts names that objects reserve', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const odd = makeTable({ id: 'odd', title: 'Odd', columns: names.map((name) => numbers(name, 1)) });
    expect(odd.columns.map(({ name }) => columnNamed(odd, name).name)).toEqual(names);
  });
});

describe('changing a column', () => {
  it('leaves the given table as it is', () => {
    const before = structuredClone(table);
    changeType(setUnit(renameColumn(table, 'mass', 'weight'), 'weight', 'kg'), 'kind', 'ignored');
    expect(table).toEqual(before);
  });

  it('renames it, and the target with it', () => {
    const renamed = renameColumn(table, 'kind', 'species');
    expect([renamed.columns[1]?.name, renamed.target]).toEqual(['species', 'species']);
    expect(code(() => renameColumn(table, 'kind', 'mass'))).toBe('BAD_TABLE');
  });

  it('sets its unit and meaning, but not the unit of a date', () => {
    expect(columnNamed(setUnit(table, 'mass', 'kg'), 'mass').unit).toBe('kg');
    expect(columnNamed(setMeaning(table, 'mass', 'How heavy.'), 'mass').meaning).toBe('How heavy.');
    expect(code(() => setUnit(table, 'day', 'weeks'))).toBe('BAD_CHANGE');
  });

  it('turns numbers into categories and back', () => {
    const asCategory = changeType(table, 'mass', 'category');
    expect(columnNamed(asCategory, 'mass')).toMatchObject({ levels: ['3', '4.5'], codes: Int32Array.of(0, -1, 1) });
    expect(changeType(asCategory, 'mass', 'number')).toEqual(table);
    expect(() => changeType(table, 'kind', 'number')).toThrow(/“kind” cannot be read as numbers: it contains “b”/);
  });

  it('turns a date into a number with the same unit, and nothing else into a date', () => {
    expect(columnNamed(changeType(table, 'day', 'number'), 'day')).toEqual({ ...day, type: 'number' });
    expect(code(() => changeType(table, 'mass', 'date'))).toBe('BAD_CHANGE');
  });

  it('ignores it and uses it again, and drops an ignored target', () => {
    const ignored = changeType(table, 'kind', 'ignored');
    expect(ignored.target).toBeNull();
    expect(setTarget(changeType(ignored, 'kind', 'category'), 'kind')).toEqual(table);
    expect(columnNamed(changeType(table, 'note', 'number'), 'note')).toMatchObject({
      values: Float64Array.of(7, Number.NaN, 2.5),
    });
    const renamed = renameColumn(changeType(table, 'mass', 'ignored'), 'mass', 'weight');
    expect(columnNamed(changeType(renamed, 'weight', 'number'), 'weight').name).toBe('weight');
  });

  it('puts levels into another order without changing the cells', () => {
    const turned = columnNamed(setLevelOrder(table, 'kind', ['b', 'a']), 'kind');
    expect(turned).toMatchObject({ levels: ['b', 'a'], codes: Int32Array.of(0, 1, -1) });
    expect([0, 1, 2].map((row) => cellText(turned, row))).toEqual(['b', 'a', null]);
    for (const levels of [['a'], ['a', 'a'], ['a', 'b', 'c']]) {
      expect(
        code(() => setLevelOrder(table, 'kind', levels)),
        levels.join(),
      ).toBe('BAD_CHANGE');
    }
  });

  it('orders levels by number, then by character codes', () => {
    expect(inLevelOrder(['z', '10', 'Z', '9', '', 'é', '-1'])).toEqual(['-1', '9', '10', '', 'Z', 'z', 'é']);
  });

  it('counts the rows of each level', () => {
    expect(levelCounts(categoryColumn(described('k'), ['x', 'y', null, 'x']))).toEqual([2, 1]);
  });
});

describe('a data set of numbers', () => {
  it.each(DATASET_IDS)('%s is the same as a table', (id) => {
    const dataset = datasetNamed(id);
    const asTable = tableFromDataset(dataset);
    expect(asTable).toMatchObject({ id, title: dataset.title, rows: dataset.rows, target: dataset.defaultTarget });
    expect([asTable.source, asTable.warning]).toEqual([dataset.source, dataset.warning]);
    for (const [index, column] of asTable.columns.entries()) {
      expect(column).toEqual({ ...dataset.columns[index], type: 'number', values: columnValues(dataset, index) });
    }
  });
});
