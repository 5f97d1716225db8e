import { describe, expect, test } from 'vitest';
import { BOSTON } from '../../web/datasets/boston';
import { columnIndex, columnValues } from '../../web/datasets/dataset';
import { PAGE_ROWS, pageCount, sortedBy, sortedRows } from '../../web/state/data/rows';
import { hashOfView, VIEWS, viewOfHash } from '../../web/state/page/address';
import { duration, fileStem, measure, whole } from '../../web/state/page/format';
import { EMPTY_SERIES, extended, type Series } from '../../web/state/run/series';
import { LAST_POSITION, positionOf, speedAt, speedText } from '../../web/state/run/sliders';

describe('speed', () => {
  test('goes from one batch a second to as fast as it goes, and back to the same position', () => {
    expect(speedAt(0)).toBe(1);
    expect(speedAt(LAST_POSITION)).toBeNull();
    for (let position = 0; position <= LAST_POSITION; position += 1) {
      expect(positionOf(speedAt(position))).toBe(position);
    }
  });

  test('rises with every position', () => {
    const speeds = Array.from({ length: LAST_POSITION }, (_, position) => speedAt(position) ?? 0);
    expect([...speeds].sort((one, other) => one - other)).toEqual(speeds);
    expect(new Set(speeds).size).toBe(speeds.length);
  });

  test('is said in words', () => {
    expect([1, 2500, null].map(speedText)).toEqual([
      '1 batch a second',
      '2,500 batches a second',
      'as fast as it goes',
    ]);
  });
});

describe('address', () => {
  test('names a view and is read back', () => {
    expect(VIEWS.map((view) => viewOfHash(hashOfView(view)))).toEqual(VIEWS);
  });

  test('that names none is the training view', () => {
    expect(['', '#', '#nowhere'].map(viewOfHash)).toEqual(['train', 'train', 'train']);
  });
});

describe('numbers', () => {
  test('have three decimals, a true minus, and powers of ten where those would not fit', () => {
    expect([16.2138, -0.5, 0, 1.5e9, 1e-5].map(measure)).toEqual([
      '16.214',
      '−0.500',
      '0.000',
      '1.50×10⁹',
      '1.00×10⁻⁵',
    ]);
  });

  test('that are none say so', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(measure)).toEqual([
      'not a number',
      '∞',
      '−∞',
    ]);
  });

  test('of seconds are said in one unit', () => {
    expect([0.2, 42, 600, 9000].map(duration)).toEqual(['under a second', '42 s', '10 min', '2.5 h']);
    expect(whole(1234567)).toBe('1,234,567');
  });
});

describe('series', () => {
  const counting = (count: number, chunk: number): Series<number> => {
    let series: Series<number> = EMPTY_SERIES;
    for (let start = 0; start < count; start += chunk) {
      series = extended(
        series,
        Array.from({ length: Math.min(chunk, count - start) }, (_, index) => start + index),
      );
    }
    return series;
  };

  test('keeps every point of a short run', () => {
    expect(counting(100, 7).points).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  test.each([1, 7, 5000])('stays bounded and even over a long run, first and newest kept (chunks of %i)', (chunk) => {
    const { points, stride } = counting(100_001, chunk);
    expect(points.length).toBeLessThanOrEqual(4097);
    expect(points.length).toBeGreaterThan(2000);
    expect(points[0]).toBe(0);
    expect(points.at(-1)).toBe(100_000);
    const steps = points.slice(1, -1).map((point, index) => point - (points[index] as number));
    expect(new Set(steps)).toEqual(new Set([stride]));
  });

  test('does not change the series it was given', () => {
    const one = extended<number>(EMPTY_SERIES, [1, 2]);
    extended(one, [3]);
    expect(one.points).toEqual([1, 2]);
  });
});

describe('rows', () => {
  const price = columnIndex(BOSTON, 'MEDV');
  const values = columnValues(BOSTON, price);

  test('can be sorted by a column up and down, and are all still there', () => {
    for (const descending of [false, true]) {
      const sorted = sortedRows(BOSTON, { column: price, descending });
      const prices = sorted.map((row) => values[row] as number);
      expect(prices).toEqual([...prices].sort((one, other) => (descending ? other - one : one - other)));
      expect(new Set(sorted).size).toBe(BOSTON.rows);
    }
  });

  test('turn round when the same column is asked for again', () => {
    const up = sortedBy({ column: -1, descending: false }, price);
    expect(up).toEqual({ column: price, descending: false });
    expect(sortedBy(up, price)).toEqual({ column: price, descending: true });
    expect(sortedBy({ column: price, descending: true }, 0)).toEqual({ column: 0, descending: false });
  });

  test('fill their pages', () => {
    expect(pageCount(BOSTON)).toBe(Math.ceil(506 / PAGE_ROWS));
  });
});

describe('the name of a file', () => {
  test.each([
    ['Chapter 3: two hidden layers', 'chapter-3-two-hidden-layers'],
    ['  ../../Élan, “no. 7” ', 'élan-no-7'],
    ['', 'minifactory'],
    ['???', 'minifactory'],
  ])('of %j is %j', (title, stem) => {
    expect(fileStem(title)).toBe(stem);
  });
});
