import { expect, test } from 'vitest';
import { beyondRange, epochAtBatch, LossColumns, lossExtent, thinRows } from '../../web/charts/loss/data';
import { epochRange, linearTicks, logTicks, lossRange, shareOfAxis } from '../../web/charts/loss/scale';

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

test('what has no place on a scale never stretches it', () => {
  const columns = new LossColumns();
  columns.update([point(1, 9), point(2, Number.POSITIVE_INFINITY, Number.NaN), point(3, 0, 0)]);
  const evaluations = [{ epoch: 2, batch: 24, loss: Number.POSITIVE_INFINITY }];
  expect(lossExtent(columns, evaluations)).toEqual([9, 18]);
  expect(lossExtent(new LossColumns(), [])).toBeNull();
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
  expect(lossRange([11, 560], null, 'log')).toEqual([10, 700]);
  expect(lossRange([11, 560], 25, 'linear')).toEqual([0, 600]);
  expect(lossRange([30, 560], 25, 'log')).toEqual([20, 700]);
  expect(lossRange([5, 5], null, 'log')).toEqual([2.5, 10]);
  expect(epochRange(0)).toEqual([0, 5]);
  expect(epochRange(50)).toEqual([0, 50]);
  expect(epochRange(51)).toEqual([0, 60]);
});

const EXTENTS: readonly { losses: [number, number] | null }[] = [
  { losses: null },
  { losses: [1e-3, 1e300] },
  { losses: [1e38, 1e300] },
  { losses: [5, Number.MAX_VALUE] },
  { losses: [Number.MAX_VALUE, Number.MAX_VALUE] },
  { losses: [Number.MIN_VALUE, 10] },
  { losses: [Number.MIN_VALUE, Number.MIN_VALUE] },
];

test.each(EXTENTS)('both scales of losses from and to $losses are finite and have ticks', ({ losses }) => {
  for (const baseline of [null, 25, 0, Number.MAX_VALUE]) {
    for (const scale of ['log', 'linear'] as const) {
      const range = lossRange(losses, baseline, scale);
      expect(range.every(Number.isFinite)).toBe(true);
      expect(range[1]).toBeGreaterThan(range[0]);
      const ticks = scale === 'log' ? logTicks(range, 7) : linearTicks(range, 7);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(range[0] * (1 - 1e-9));
        expect(tick).toBeLessThanOrEqual(range[1] * (1 + 1e-9));
      }
    }
  }
});

test('a logarithmic scale shows a loss that diverges; on a linear one it would flatten all others', () => {
  expect(lossRange([1e-3, 1e300], 25, 'log')).toEqual([1e-3, 1e300]);
  const [bottom, top] = lossRange([1e-3, 1e300], 25, 'linear');
  expect([bottom, top]).toEqual([0, 2500]);
  expect(lossRange([0.5, 2500], 25, 'linear')[1]).toBe(2500);
});

test('what lies beyond the scale is marked once an epoch, at its edge', () => {
  const columns = new LossColumns();
  columns.update([point(1, 9), point(2, 0, 9), point(3, 1e200, Number.NaN), point(4, Number.POSITIVE_INFINITY)]);
  const evaluations = [
    { epoch: 2, loss: 9 },
    { epoch: 2.5, loss: Number.POSITIVE_INFINITY },
    { epoch: 3, loss: 1e200 },
  ];
  expect(beyondRange(columns, evaluations, [1, 100])).toEqual([
    { epoch: 2, side: -1 },
    { epoch: 3, side: 1 },
    { epoch: 4, side: 1 },
    { epoch: 2.5, side: 1 },
  ]);
  // A linear axis starts at 0, so that a loss of 0 is on it.
  expect(beyondRange(columns, [], [0, 100]).map(({ epoch }) => epoch)).toEqual([3, 4]);
  const absent = new LossColumns();
  absent.update([point(1, 9, 9, null)]);
  expect(beyondRange(absent, [], [1, 100])).toEqual([]);
});

test('a loss lies at its share of the axis', () => {
  expect([0, 150, 600].map((loss) => shareOfAxis(loss, [0, 600], 'linear'))).toEqual([0, 0.25, 1]);
  expect(shareOfAxis(10, [1, 100], 'log')).toBeCloseTo(0.5, 12);
  expect(shareOfAxis(1e-3, [1e-3, 1e300], 'log')).toBe(0);
  expect(shareOfAxis(1e300, [1e-3, 1e300], 'log')).toBe(1);
});

test('the drawn line is finite, and leaves the axis where the loss does', () => {
  for (const scale of ['log', 'linear'] as const) {
    for (const range of [
      [scale === 'log' ? 1 : 0, 100],
      [scale === 'log' ? 1e-300 : 0, Number.MAX_VALUE],
    ] as const) {
      const far = [Number.POSITIVE_INFINITY, Number.NaN].map((loss) => shareOfAxis(loss, range, scale));
      for (const share of far) expect(share > 1 && Number.isFinite(share)).toBe(true);
      const zero = shareOfAxis(0, range, scale);
      expect(Number.isFinite(zero)).toBe(true);
      if (scale === 'log') expect(zero).toBeLessThan(0);
      else expect(zero).toBe(0);
    }
    expect(shareOfAxis(1e200, [scale === 'log' ? 1 : 0, 100], scale)).toBeGreaterThan(1);
  }
});

test('a logarithmic axis has as many round ticks as fit', () => {
  expect(logTicks([10, 700], 6)).toEqual([10, 20, 50, 100, 200, 500]);
  expect(logTicks([10, 700], 3)).toEqual([10, 100]);
  expect(logTicks([1e-3, 1e300], 7)).toEqual([1, 1e50, 1e100, 1e150, 1e200, 1e250, 1e300]);
  expect(linearTicks([0, 600], 7)).toEqual([0, 100, 200, 300, 400, 500, 600]);
});

test('thinning keeps the first and the last point', () => {
  const rows = Array.from({ length: 1001 }, (_, i) => i);
  const thinned = thinRows(rows, 11);
  expect(thinned).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  expect(thinRows([1, 2], 11)).toEqual([1, 2]);
});
