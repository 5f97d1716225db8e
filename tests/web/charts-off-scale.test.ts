import { expect, test } from 'vitest';
import { binValues } from '../../web/charts/numbers/bins';
import { ascendingOrder } from '../../web/charts/numbers/nearest';
import { beyondWords, clampToScale, drawableRows, leftOutWords, linesInside } from '../../web/charts/numbers/off-scale';
import { correlation, extent, paddedExtent } from '../../web/charts/numbers/statistics';

const { POSITIVE_INFINITY: INFINITE, NEGATIVE_INFINITY: MINUS_INFINITE, NaN: NOT_A_NUMBER, MAX_VALUE } = Number;

test('predictions beyond the scale wait at its edge, and are counted', () => {
  const values = Float64Array.of(-5, 20, 90, NOT_A_NUMBER, -1e154, INFINITE, MINUS_INFINITE);
  const { shown, off, beyond } = clampToScale(values, [0, 50]);
  expect([...shown]).toEqual([0, 20, 50, 50, 0, 50, 0]);
  expect([...off]).toEqual([-1, 0, 1, 1, -1, 1, -1]);
  expect(beyond).toBe(6);
});

test('values beyond the scale or left out are mentioned, if there are any', () => {
  expect(beyondWords(0, 'point')).toBe('');
  expect(beyondWords(1, 'point')).toBe(' 1 point lies beyond the scale.');
  expect(beyondWords(152, 'prediction')).toBe(' 152 predictions lie beyond the scale.');
  expect(leftOutWords(0)).toBe('');
  expect(leftOutWords(1)).toBe(' 1 row without a finite value is left out.');
  expect(leftOutWords(3)).toBe(' 3 rows without a finite value are left out.');
});

test('a line within the scale stays as it is', () => {
  expect(linesInside([0, 1, 2], [10, 20, 30], [0, 50])).toEqual([
    [
      [0, 10],
      [1, 20],
      [2, 30],
    ],
  ]);
});

test('a line leaves and enters the scale where it crosses the edge', () => {
  expect(linesInside([0, 1, 2, 3], [40, 60, 60, 20], [0, 50])).toEqual([
    [
      [0, 40],
      [0.5, 50],
    ],
    [
      [2.25, 50],
      [3, 20],
    ],
  ]);
  expect(linesInside([0, 1], [-50, 100], [0, 50])).toEqual([
    [
      [1 / 3, 0],
      [2 / 3, 50],
    ],
  ]);
});

test.each([1e154, MAX_VALUE, INFINITE])('a line that runs away to ±%d stays finite', (far) => {
  for (const ys of [
    [20, far],
    [far, 20],
    [-far, 20, far],
    [-far, far],
    [far, -far, 30, -far],
  ]) {
    const lines = linesInside(
      ys.map((_, i) => i),
      ys,
      [0, 50],
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const [x, y] of lines.flat()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(ys.length - 1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(50);
    }
  }
  // As steep as possible: next to the finite end of the segment.
  expect(linesInside([0, 1], [20, far], [0, 50])[0]?.[1]?.[0]).toBeCloseTo(0, 9);
  expect(linesInside([0, 1], [far, 20], [0, 50])[0]?.[0]?.[0]).toBeCloseTo(1, 9);
});

test('a line breaks where there is no number, and is not drawn if all of it is beyond the scale', () => {
  expect(linesInside([0, 1, 2, 3], [1, NOT_A_NUMBER, 2, 3], [0, 50])).toEqual([
    [
      [2, 2],
      [3, 3],
    ],
  ]);
  expect(linesInside([0, 1], [1e154, 1e155], [0, 50])).toEqual([]);
  expect(linesInside([0, 1], [NOT_A_NUMBER, NOT_A_NUMBER], [0, 50])).toEqual([]);
  expect(linesInside([NOT_A_NUMBER, 1], [1, 2], [0, 50])).toEqual([]);
});

test('rows with a value that no scale can show are left out', () => {
  const x = Float64Array.of(3, NOT_A_NUMBER, 1, 2, MAX_VALUE);
  const y = Float64Array.of(1, 1, INFINITE, 5, 1);
  expect(drawableRows(x)).toEqual([0, 2, 3]);
  expect(drawableRows(x, y)).toEqual([0, 3]);
  expect(ascendingOrder(x, drawableRows(x, y))).toEqual([3, 0]);
});

test('the scale of a column is finite and has a width, for any values', () => {
  for (const column of [
    [],
    [NOT_A_NUMBER, INFINITE],
    [-MAX_VALUE, MAX_VALUE],
    [-1e300, 1e300],
    [1e300, 1e300],
    [Number.MIN_VALUE],
    [0, 0],
    [1, 1 + Number.EPSILON],
  ]) {
    const [low, high] = paddedExtent(0.1, Float64Array.from(column));
    expect(Number.isFinite(high - low)).toBe(true);
    expect(high).toBeGreaterThan(low);
  }
  expect(extent(Float64Array.of(1, 2, MAX_VALUE, MINUS_INFINITE))).toEqual([1, 2]);
});

test('bins have a width and contain every drawable value, for any values', () => {
  for (const column of [
    [1, 1e300],
    [-1e300, 1e300],
    [1e300, 1e300],
    [1e17, 1e17, 1e17 + 16],
    [0, Number.MIN_VALUE],
    [-5, 3, INFINITE, NOT_A_NUMBER],
  ]) {
    const bins = binValues(Float64Array.from(column), 24);
    expect(bins.length).toBeLessThan(60);
    for (const { from, to } of bins) expect(to).toBeGreaterThan(from);
    const held = column.filter((value) => Math.abs(value) <= 1e300).length;
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(held);
  }
  expect(binValues(Float64Array.of(NOT_A_NUMBER, INFINITE), 24)).toEqual([]);
});

test('a correlation of huge values is that of the same values made small', () => {
  const x = Float64Array.of(1, 2, 4, 8);
  const y = Float64Array.of(3, 5, 4, 9);
  const huge = (values: Float64Array): Float64Array => values.map((value) => value * 1e290);
  expect(correlation(huge(x), huge(y))).toBeCloseTo(correlation(x, y), 12);
});
