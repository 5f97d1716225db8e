import { expect, test } from 'vitest';
import { epochAtBatch, LossColumns, lossExtent } from '../../web/charts/loss-data';
import { epochRange, logTicks, lossRange } from '../../web/charts/loss-scale';
import { thinRows } from '../../web/charts/thin-rows';

const point = (epoch: number, training: number, test = training * 2, validation: number | null = null) => ({
  epoch,
  batch: epoch * 12,
  training,
  validation,
  test,
});

test('columns follow a growing curve, a new curve, and a thinned one', () => {
  const columns = new LossColumns();
  const curve = [point(1, 9), point(2, 4)];
  columns.update(curve);
  columns.update([...curve, point(3, 1)]);
  expect(columns.epochs).toEqual([1, 2, 3]);
  expect(columns.training).toEqual([9, 4, 1]);
  expect(columns.test).toEqual([18, 8, 2]);
  const other = [point(1, 7), point(2, 6), point(3, 5), point(4, 4)];
  columns.update(other);
  expect(columns.training).toEqual([7, 6, 5, 4]);
  columns.update(other.filter(({ epoch }) => epoch % 2 === 0));
  expect(columns.epochs).toEqual([2, 4]);
  columns.update([]);
  expect(columns.epochs).toEqual([]);
});

test('what is not finite is a gap, and never stretches the scale', () => {
  const columns = new LossColumns();
  columns.update([point(1, 9), point(2, Number.POSITIVE_INFINITY, Number.NaN)]);
  expect(columns.training).toEqual([9, null]);
  expect(columns.test).toEqual([18, null]);
  const evaluations = [{ epoch: 2, batch: 24, loss: Number.POSITIVE_INFINITY }];
  expect(lossExtent(columns, evaluations, 3)).toEqual([3, 18]);
  expect(lossExtent(new LossColumns(), [], 3)).toBeNull();
});

test('a batch lies between the epochs around it', () => {
  const curve = [point(0, 5), point(1, 4), point(2, 3)];
  expect(epochAtBatch(curve, 12)).toBe(1);
  expect(epochAtBatch(curve, 18)).toBe(1.5);
  expect(epochAtBatch(curve, 30)).toBe(2.5);
  expect(epochAtBatch(curve.slice(1), 6)).toBe(0.5);
  expect(epochAtBatch([], 6)).toBe(0);
});

test('the ends of the axes are round and enclose the data', () => {
  expect(lossRange([11, 560], 'log')).toEqual([10, 700]);
  expect(lossRange([11, 560], 'linear')).toEqual([0, 600]);
  expect(lossRange([5, 5], 'log')).toEqual([2.5, 10]);
  const [bottom, top] = lossRange([0, 100], 'log');
  expect(bottom).toBeGreaterThan(0);
  expect(top).toBe(100);
  expect(epochRange(0)).toEqual([0, 5]);
  expect(epochRange(50)).toEqual([0, 50]);
  expect(epochRange(51)).toEqual([0, 60]);
});

test('a logarithmic axis has as many round ticks as fit', () => {
  expect(logTicks([10, 700], 6)).toEqual([10, 20, 50, 100, 200, 500]);
  expect(logTicks([10, 700], 3)).toEqual([10, 100]);
  const many = logTicks([1, 1e30], 6);
  expect(many.length).toBeLessThanOrEqual(7);
  expect(many[0]).toBe(1);
});

test('thinning keeps both ends', () => {
  const rows = Array.from({ length: 1001 }, (_, i) => i);
  const thinned = thinRows(rows, 11);
  expect(thinned).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  expect(thinRows([1, 2], 11)).toEqual([1, 2]);
});
