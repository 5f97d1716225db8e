import { expect, test } from 'vitest';
import { nextIndex } from '../../web/charts/frame/cursor-keys';
import { binValues } from '../../web/charts/numbers/bins';
import { ascendingOrder, nearestPoint } from '../../web/charts/numbers/nearest';
import { niceStep } from '../../web/charts/numbers/nice-step';
import { correlation, mean, meanAbsoluteError, paddedExtent, quantile } from '../../web/charts/numbers/statistics';
import { squared } from '../../web/charts/plot/layout';

test('bins have a round width and contain every finite value once', () => {
  const values = Float64Array.of(1.73, 5, 9.99, 10, 37.97, Number.NaN);
  const bins = binValues(values, 10);
  expect(bins[0]).toEqual({ from: 0, to: 5, count: 1 });
  expect(bins[1]?.count).toBe(2);
  expect(bins[2]?.count).toBe(1);
  expect(bins.at(-1)).toEqual({ from: 35, to: 40, count: 1 });
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5);
});

test('the largest value of a bin’s end falls into the last bin, and one value alone makes one bin', () => {
  expect(binValues(Float64Array.of(0, 1), 2).map(({ count }) => count)).toEqual([1, 1]);
  expect(binValues(Float64Array.of(4, 4, 4), 20)).toEqual([{ from: 4, to: 5, count: 3 }]);
});

test('round steps are 1, 2 or 5 times a power of ten', () => {
  expect([0.9, 1, 1.1, 3, 6, 1500].map(niceStep)).toEqual([1, 1, 2, 5, 10, 2000]);
});

test('keys move a cursor within its points', () => {
  expect(nextIndex('ArrowRight', null, 5)).toBe(0);
  expect(nextIndex('ArrowLeft', null, 5)).toBe(4);
  expect(nextIndex('ArrowRight', 4, 5)).toBe(4);
  expect(nextIndex('ArrowLeft', 0, 5)).toBe(0);
  expect(nextIndex('PageUp', 2, 50)).toBe(12);
  expect(nextIndex('Home', 3, 5)).toBe(0);
  expect(nextIndex('End', 0, 5)).toBe(4);
  expect(nextIndex('Escape', 3, 5)).toBeNull();
  expect(nextIndex('Escape', null, 5)).toBeUndefined();
  expect(nextIndex('ArrowRight', null, 0)).toBeUndefined();
  expect(nextIndex('a', 2, 5)).toBeUndefined();
});

test('the nearest point is found within reach only', () => {
  expect(nearestPoint([0, 10], [0, 10], 9, 9, 5)).toBe(1);
  expect(nearestPoint([0, 10], [0, 10], 5, 20, 5)).toBeNull();
  expect(ascendingOrder(Float64Array.of(3, 1, 2), [0, 1, 2])).toEqual([1, 2, 0]);
});

test('the mean distance from the line', () => {
  expect(meanAbsoluteError(Float64Array.of(1, 2), Float64Array.of(2, 0))).toBe(1.5);
});

test('the marks of equal scales have a square', () => {
  const margins = { marginTop: 10, marginRight: 10, marginBottom: 40, marginLeft: 50 };
  for (const [width, height] of [
    [400, 300],
    [300, 600],
  ] as const) {
    const frame = squared({ width, height, ...margins });
    const across = width - frame.marginLeft - frame.marginRight;
    expect(across).toBe(height - frame.marginTop - frame.marginBottom);
    expect(across).toBe(Math.min(width - 60, height - 50));
  }
});

test('summaries of a column', () => {
  const values = Float64Array.of(1, 2, 3, 4);
  expect(mean(values)).toBe(2.5);
  expect(quantile(values, 0.25)).toBe(1.75);
  expect(quantile(values, 1)).toBe(4);
  expect(correlation(values, Float64Array.of(8, 6, 4, 2))).toBeCloseTo(-1, 12);
  expect(correlation(values, Float64Array.of(1, 1, 1, 1))).toBeNaN();
  expect(paddedExtent(0.1, values, Float64Array.of(Number.POSITIVE_INFINITY, 11))).toEqual([0, 12]);
});
