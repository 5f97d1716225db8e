import { expect, test } from 'vitest';
import { placeWords } from '../../web/charts/matrix/heat-magnifier';
import { windowAround } from '../../web/charts/matrix/heat-scale';
import { placeByKey } from '../../web/charts/matrix/place';

test('a neighbourhood has its place in the middle, or as near as the ends allow', () => {
  expect(windowAround(10, 5, 64)).toEqual([8, 9, 10, 11, 12]);
  expect(windowAround(0, 5, 64)).toEqual([0, 1, 2, 3, 4]);
  expect(windowAround(63, 5, 64)).toEqual([59, 60, 61, 62, 63]);
  expect(windowAround(1, 3, 2)).toEqual([0, 1]);
});

test('keys walk a matrix and stop at its edges', () => {
  const from = { row: 3, column: 63 };
  expect(placeByKey('ArrowRight', from, 354, 64)).toEqual(from);
  expect(placeByKey('ArrowDown', from, 354, 64)).toEqual({ row: 4, column: 63 });
  expect(placeByKey('PageUp', from, 354, 64)).toEqual({ row: 0, column: 63 });
  expect(placeByKey('PageDown', from, 354, 64)).toEqual({ row: 11, column: 63 });
  expect(placeByKey('Home', from, 354, 64)).toEqual({ row: 3, column: 0 });
  expect(placeByKey('a', from, 354, 64)).toBeNull();
});

test('a place is named by its row and its column', () => {
  const content = {
    caption: '',
    matrix: { rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, -0.25) },
    rowName: (row: number) => `row ${row + 10}`,
    columnName: (column: number) => `unit ${column + 1}`,
  };
  expect(placeWords(content, { row: 1, column: 1 })).toBe('row 11, unit 2: −0.250');
});
