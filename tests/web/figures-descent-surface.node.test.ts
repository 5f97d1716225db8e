/** Contours, and the paths of SGD on the loss of a line, checked against plain arithmetic. */
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { type Grid, ringsBelow } from '../../web/figures/contours';
import { FIGURES } from '../../web/figures/descriptions.js';
import type { FigureDescription } from '../../web/figures/fields.js';
import { MOST_UPDATES, pathOf, surfaceOf } from '../../web/figures/from-scratch/descent-surface';
import { courseRecipe } from '../../web/figures/from-scratch/recipes';
import { readEngine } from '../engine/node-worker';
import { PRICES, scaledRows } from './housing';
import { leastSquares } from './least-squares';

const engine = await readEngine();
const COURSE = courseRecipe('linear');

function gridOf(f: (x: number, y: number) => number): Grid {
  const places = Array.from({ length: 41 }, (_, i) => -4 + i / 5);
  return { xs: places, ys: places, values: places.flatMap((y) => places.map((x) => f(x, y))) };
}

/** Of a closed ring; positive where it goes round counterclockwise. */
function area(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as readonly [number, number];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

describe('a contour', () => {
  it('encloses the area below its level', () => {
    const [ring = [], ...more] = ringsBelow(
      gridOf((x, y) => x * x + y * y),
      4,
    );
    expect(more).toEqual([]);
    expect(ring[0]).toEqual(ring.at(-1));
    for (const [x, y] of ring) expect(Math.hypot(x, y)).toBeCloseTo(2, 1);
    expect(Math.abs(area(ring))).toBeCloseTo(4 * Math.PI, 0);
  });

  it('has a ring for a hole, the other way round', () => {
    const rings = ringsBelow(
      gridOf((x, y) => Math.abs(Math.hypot(x, y) - 2)),
      0.5,
    );
    expect(rings.length).toBe(2);
    const areas = rings.map(area).sort((a, b) => Math.abs(a) - Math.abs(b));
    expect(Math.sign(areas[0] as number)).toBe(-Math.sign(areas[1] as number));
    expect(Math.abs(areas[1] as number)).toBeGreaterThan(Math.abs(areas[0] as number) + 9);
  });

  it('is cut off at the edges of its grid', () => {
    const rings = ringsBelow(
      gridOf((x) => x),
      1,
    );
    expect(rings.length).toBe(1);
    expect(Math.abs(area(rings[0] ?? []))).toBeCloseTo(5 * 8, 9);
    expect(
      ringsBelow(
        gridOf((x) => x),
        -5,
      ),
    ).toEqual([]);
    expect(
      Math.abs(
        area(
          ringsBelow(
            gridOf((x) => x),
            9,
          )[0] ?? [],
        ),
      ),
    ).toBeCloseTo(64, 9);
  });

  it('parts what meets in a corner', () => {
    const rings = ringsBelow({ xs: [0, 1, 2], ys: [0, 1, 2], values: [0, 1, 0, 1, 1, 1, 0, 1, 0] }, 0.5);
    expect(rings.length).toBe(4);
    for (const ring of rings) expect(Math.abs(area(ring))).toBeLessThan(0.5);
  });
});

describe('the loss of a line over its two numbers', () => {
  const rows = scaledRows(['LSTAT']).map(([z]) => z as number);
  const run = engine.createRun(
    { ...COURSE, data: { ...COURSE.data, features: ['LSTAT'] } },
    datasetNamed(COURSE.data.source),
  );
  const training = [...run.rows('training')];
  run.dispose();
  const errorOf = (row: number, w: number, b: number) => w * (rows[row] as number) + b - (PRICES[row] as number);
  const loss = (w: number, b: number) =>
    training.reduce((sum, row) => sum + errorOf(row, w, b) ** 2, 0) / training.length;
  const stepped = (over: readonly number[], w: number, b: number, rate: number) => {
    const slope = (by: (row: number) => number) =>
      (2 * over.reduce((sum, row) => sum + errorOf(row, w, b) * by(row), 0)) / over.length;
    return { w: w - rate * slope((row) => rows[row] as number), b: b - rate * slope(() => 1) };
  };

  it('is the mean of squares, smallest at the least-squares fit', () => {
    const { grid, best, trainingRows } = surfaceOf(engine, 'LSTAT', [-16, 16], [0, 40]);
    expect(trainingRows).toBe(training.length);
    for (const [column, row] of [
      [0, 0],
      [10, 30],
      [48, 36],
    ] as const) {
      const [w, b] = [grid.xs[column] as number, grid.ys[row] as number];
      expect(grid.values[row * grid.xs.length + column]).toBeCloseTo(loss(w, b), 9);
    }
    const fit = leastSquares(
      training.map((row) => [rows[row] as number]),
      training.map((row) => PRICES[row] as number),
    );
    expect(best.w).toBeCloseTo(fit.coefficients[0] as number, 9);
    expect(best.b).toBeCloseTo(fit.intercept, 9);
    expect(best.loss).toBeCloseTo(loss(best.w, best.b), 9);
    expect(Math.min(...Array.from(grid.values))).toBeGreaterThan(best.loss);
  });

  const start = { w: 10, b: 6 };
  const descent = { feature: 'LSTAT', rate: 0.05, start, seed: 20190501 };

  it('is descended along the full gradient with a batch of all rows', () => {
    const path = pathOf(engine, { ...descent, size: training.length, updates: 30 });
    let at = start;
    for (const [update, point] of path.entries()) {
      expect(point.w).toBeCloseTo(at.w, 9);
      expect(point.b).toBeCloseTo(at.b, 9);
      expect(point.loss).toBeCloseTo(loss(at.w, at.b), 8);
      expect(point.rows).toBe(update * training.length);
      at = stepped(training, at.w, at.b, 0.05);
    }
    expect(path.length).toBe(31);
  });

  it.each([1, 23])('is gone down by batches of %i, each with its own rows’ gradient', (size) => {
    const path = pathOf(engine, { ...descent, size, updates: MOST_UPDATES });
    expect(path.length).toBe(MOST_UPDATES + 1);
    const again = engine.createRun(
      {
        ...COURSE,
        data: { ...COURSE.data, features: ['LSTAT'] },
        training: { ...COURSE.training, batchSize: size, seed: descent.seed, earlyStopping: false },
      },
      datasetNamed(COURSE.data.source),
    );
    let [at, read] = [start, 0];
    for (const [update, point] of path.entries()) {
      expect(point.w).toBeCloseTo(at.w, 8);
      expect(point.b).toBeCloseTo(at.b, 8);
      expect(point.rows).toBe(read);
      if (update === MOST_UPDATES) break;
      const batch = [...again.nextRows()];
      again.trainBatches(1);
      at = stepped(batch, at.w, at.b, 0.05);
      read += batch.length;
    }
    again.dispose();
  });

  it('ends a path whose numbers grow out of hand', () => {
    const path = pathOf(engine, { ...descent, rate: 1e200, size: 1, updates: 20 });
    expect(path.length).toBeLessThan(21);
    expect(path.at(-1)?.w).toSatisfy(Number.isFinite);
  });
});

describe('the paths that the lesson speaks of', () => {
  const { fields } = FIGURES['sgd-surface'] as FigureDescription;
  const [rate, seed] = [fields.rate, fields.seed].map((field) => field?.default as number) as [number, number];
  const start = fields.start?.default as readonly number[];
  const [w, b] = start as [number, number];
  const { best } = surfaceOf(engine, 'LSTAT', [-16, 16], [0, 40]);

  it.each([1, 23, 354])('end near the best fit: batches of %i', (size) => {
    const path = pathOf(engine, { feature: 'LSTAT', rate, start: { w, b }, seed, size, updates: MOST_UPDATES });
    const end = path.at(-1);
    expect(path[0]?.loss).toBeGreaterThan(10 * best.loss);
    expect(end?.loss).toBeLessThan(1.25 * best.loss);
  });
});
