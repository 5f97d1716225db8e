import { describe, expect, test } from 'vitest';
import { BOSTON } from '../../web/datasets/boston';
import { columnIndex, columnValues } from '../../web/datasets/dataset';
import { PAGE_ROWS, pageCount, sortedBy, sortedRows } from '../../web/state/data/rows';
import { hashOfView, VIEWS, viewOfHash } from '../../web/state/page/address';
import { duration, fileStem, measure, whole } from '../../web/state/page/format';
import { firstRecipe } from '../../web/state/page/initial-state';
import { longerRecipe, SPEEDS, speedOf, speedText, speedValue, workerSpeed } from '../../web/state/run/pace';
import type { RunState } from '../../web/state/run/run-state';
import { EMPTY_SERIES, extended, type Series } from '../../web/state/run/series';
import { keyedPoint, nearestPoint, sprintText, timelineMarks } from '../../web/state/run/timeline';
import { evaluation, pageAfter, progress } from './state-fixtures';

describe('speed', () => {
  const run = pageAfter({}).run as RunState;

  test('to watch plays the recipe in ten seconds, however long it is, but at least a batch a second', () => {
    const long = (count: number): RunState => ({
      ...run,
      description: {
        ...run.description,
        recipe: { ...firstRecipe(), training: { ...firstRecipe().training, stopAfter: { count, unit: 'batches' } } },
      },
    });
    expect(workerSpeed('watch', run)).toBe(60);
    expect(workerSpeed('watch', long(10_000))).toBe(1000);
    expect(workerSpeed('watch', long(3))).toBe(1);
    expect([workerSpeed(250, run), workerSpeed(null, run)]).toEqual([250, null]);
  });

  test('is read back from the value of its choice', () => {
    expect(SPEEDS.map(speedValue).map(speedOf)).toEqual(SPEEDS);
  });

  test('is written in words', () => {
    expect(['watch' as const, 1, 2500, null].map(speedText)).toEqual([
      'watch: 10 s a run',
      '1 batch a second',
      '2,500 batches a second',
      'as fast as possible',
    ]);
  });

  test('past the end is a recipe twice as long that is not stopped early', () => {
    const ended = pageAfter({ progress: progress({ status: 'finished', epoch: 50, batch: 600, fraction: 1 }) });
    expect(longerRecipe(ended.run as RunState).training).toMatchObject({
      stopAfter: { count: 100, unit: 'epochs' },
      earlyStopping: false,
    });
    const stopped = pageAfter({ progress: progress({ status: 'stopped-early', epoch: 40, batch: 480 }) });
    expect(longerRecipe(stopped.run as RunState).training.stopAfter.count).toBe(50);
  });
});

describe('the timeline', () => {
  const points = [0, 12, 24, 60].map((batch) => ({ epoch: batch / 12, batch }));

  test('goes to the nearest point, and by keys from point to point', () => {
    expect(nearestPoint(points, 17)?.batch).toBe(12);
    expect(nearestPoint(points, 900)?.batch).toBe(60);
    expect(nearestPoint([], 5)).toBeUndefined();
    const keyed = (key: string) => keyedPoint(points, 2, key)?.batch;
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'x'].map(keyed)).toEqual([
      12,
      60,
      0,
      60,
      60,
      undefined,
    ]);
  });

  test('has a tick for each epoch, a label for every fifth, the evaluations and the best point', () => {
    const { run } = pageAfter({ evaluations: [evaluation(10, 20)], best: { epoch: 9, batch: 108 } });
    const marks = timelineMarks(run as RunState);
    expect(marks.end).toBe(600);
    expect(marks.ticks).toHaveLength(51);
    expect(marks.ticks.flatMap(({ label }) => label ?? [])).toEqual([
      '0',
      '5',
      '10',
      '15',
      '20',
      '25',
      '30',
      '35',
      '40',
      '45',
      '50',
    ]);
    expect(marks).toMatchObject({ evaluations: [120], best: 108 });
  });

  test('of a long run has at most a hundred ticks', () => {
    const { run } = pageAfter({ progress: progress({ epoch: 4321, batch: 4321 * 12 }) });
    expect(timelineMarks(run as RunState).ticks.length).toBeLessThanOrEqual(101);
  });

  test('says how long a sprint took', () => {
    expect(sprintText({ batches: 600, milliseconds: 6.1234 })).toBe('600 batches in 6.1 ms');
    expect(sprintText({ batches: 10_000, milliseconds: 2345 })).toBe('10,000 batches in 2.35 s');
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
  test('have three decimals, a true minus sign, and powers of ten if three decimals would not fit', () => {
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

  test('of seconds are written in one unit', () => {
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
