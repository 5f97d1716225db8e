import { describe, expect, it } from 'vitest';
import type { Trace } from '../../web/engine/types';
import {
  checkOfNewRun,
  type FinishedCheck,
  hasMovedOn,
  NOTHING_CHECKED,
  placeOf,
  withSummedBiasGradient,
} from '../../web/state/check/check-state';
import {
  isBeyondNumbers,
  isSummedBiasBug,
  judge,
  NUDGE,
  relativeError,
  roundingNoise,
  TOLERANCE,
} from '../../web/state/check/gradient-check';
import { firstRecipe } from '../../web/state/page/initial-state';
import { openedRun } from '../../web/state/run/run-state';
import { networkOf, recipeOf } from './network-fixture';
import { description, snapshot } from './state-fixtures';

const column = (...values: number[]) => ({ rows: values.length, columns: 1, values: Float64Array.from(values) });

function finished(...parts: readonly (readonly [readonly number[], readonly number[]])[]): FinishedCheck {
  return {
    status: 'done',
    runId: 1,
    epoch: 0,
    batch: 0,
    parameters: new Float64Array(),
    rows: Int32Array.of(5, 17),
    noise: 1e-8,
    parts: parts.map(([analytic, numeric], nudged) => ({
      nudged,
      comparison: { analytic: Float64Array.from(analytic), numeric: Float64Array.from(numeric) },
    })),
  };
}

const { parameters: shapes } = networkOf(
  recipeOf({
    data: { features: ['RM'] },
    layers: [
      { units: 2, activation: 'linear' },
      { units: 1, activation: 'linear' },
    ],
  }),
);

describe('relative error', () => {
  it('is the difference over the larger gradient', () => {
    expect(relativeError(2, 1, 0)).toBe(0.5);
    expect(relativeError(-1, 1, 0)).toBe(2);
    expect(relativeError(3, 3, 0)).toBe(0);
    expect(relativeError(0, 0, 0)).toBe(0);
  });

  it('lets rounding pass, and nothing larger', () => {
    expect(relativeError(0, 0.9e-8, 1e-8)).toBeLessThan(TOLERANCE);
    expect(relativeError(0, 1.1e-8, 1e-8)).toBeGreaterThan(TOLERANCE);
  });

  it('never accepts values that are not numbers', () => {
    expect(relativeError(Number.NaN, 1, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(relativeError(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

it('the noise grows with the weight of the predictions in the objective, and with a smaller nudge', () => {
  const trace = { predictions: column(20, -10), targets: column(22, 5), lossGradient: column(-2, 3) };
  const noise = roundingNoise({ ...trace, loss: 0, operations: [] } satisfies Trace);
  expect(noise).toBeCloseTo((32 * Number.EPSILON * (2 * 42 + 3 * 15)) / NUDGE, 18);
});

describe('a judgement', () => {
  it('does not exist if nudging leads to values that are not finite', () => {
    expect(
      isBeyondNumbers(
        judge(
          finished([
            [1, 2],
            [Number.NaN, Number.NaN],
          ]),
          2,
        ),
      ),
    ).toBe(true);
    expect(
      isBeyondNumbers(
        judge(
          finished([
            [Number.NaN, 2],
            [1, 2],
          ]),
          2,
        ),
      ),
    ).toBe(false);
    expect(
      isBeyondNumbers(
        judge(
          finished([
            [1, 2],
            [1, 3],
          ]),
          2,
        ),
      ),
    ).toBe(false);
  });

  it('passes if all agree, and still names the worst element of each part', () => {
    const { passed, parts, worst } = judge(
      finished(
        [
          [1, 2, 3],
          [1, 2.00001, 3],
        ],
        [[4], [4]],
      ),
      2,
    );
    expect(passed).toBe(true);
    expect(parts.map((part) => [part.count, part.failed, part.worst.element])).toEqual([
      [3, 0, 1],
      [1, 0, 0],
    ]);
    expect(worst.map(({ element, analytic }) => [element, analytic])).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  it('counts what fails and puts the worst of all parts first', () => {
    const check = finished(
      [
        [1, 2],
        [1, 1.9],
      ],
      [
        [5, Number.NaN, 5],
        [-5, 1, 5],
      ],
    );
    const { passed, parts, worst } = judge(check, 3);
    expect(passed).toBe(false);
    expect(parts.map(({ failed }) => failed)).toEqual([1, 2]);
    expect(worst.map(({ part, element }) => [part.nudged, element])).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
    ]);
  });

  it('reports the bug only if the recipe contains it and only biases fail', () => {
    const of = (summedBiasGradient: boolean) => {
      const described = description();
      const recipe = { ...described.recipe, quirks: { ...described.recipe.quirks, summedBiasGradient } };
      return { ...described, recipe, parameters: shapes };
    };
    const biases = judge(
      finished(
        [[1], [1]],
        [
          [2, 2],
          [1, 3],
        ],
      ),
      1,
    );
    const weights = judge(
      finished(
        [[1], [2]],
        [
          [2, 2],
          [1, 3],
        ],
      ),
      1,
    );
    const none = judge(finished([[1], [1]]), 1);
    expect(isSummedBiasBug(of(true), biases)).toBe(true);
    expect(isSummedBiasBug(of(false), biases)).toBe(false);
    expect(isSummedBiasBug(of(true), weights)).toBe(false);
    expect(isSummedBiasBug(of(true), none)).toBe(false);
  });
});

describe('a finished check', () => {
  const at = (...values: number[]) => openedRun(description(), snapshot({ parameters: Float64Array.from(values) }));

  it('is valid only while the network has the same parameters', () => {
    const place = placeOf(at(1, 2));
    expect(hasMovedOn(place, at(1, 2))).toBe(false);
    expect(hasMovedOn(place, at(1, 3))).toBe(true);
    expect(hasMovedOn(place, null)).toBe(true);
    expect(hasMovedOn({ ...place, runId: 2 }, at(1, 2))).toBe(true);
  });

  it('is dropped with its run; the comparison of both gradients is dropped with its recipe', () => {
    const correction = { status: 'running', id: 1, done: 0 } as const;
    const check = { gradients: finished(), slope: null, correction };
    const recipe = firstRecipe();
    const withBug = withSummedBiasGradient(recipe, true);
    expect(checkOfNewRun(check, withBug, recipe)).toEqual({ ...NOTHING_CHECKED, correction });
    const other = { ...recipe, training: { ...recipe.training, seed: 7 } };
    expect(checkOfNewRun(check, withBug, other)).toEqual(NOTHING_CHECKED);
    expect(checkOfNewRun(check, undefined, recipe)).toEqual(NOTHING_CHECKED);
  });
});
