/** Runs exported programs with Python and compares their numbers with the engine's. */
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { findPython } from '../../scripts/lib/find.mjs';
import type { Dataset } from '../../web/datasets/dataset';
import type { RowSet } from '../../web/engine/types';
import { numpyScript } from '../../web/export/numpy-script';
import type { TrainResult } from '../../web/library/train-result';
import type { Recipe } from '../../web/recipe/schema';

const PYTHON = findPython() ?? 'python3';
const SETS = ['training', 'validation', 'test'] as const satisfies readonly RowSet[];
const MEASURES = ['rows', 'mae', 'mse', 'rmse', 'r2'] as const;

export interface Finished {
  readonly output: string;
  readonly complaint: string;
  readonly exitCode: number | null;
}

/** Threads do not help with matrices as small as these, and disturb each other. */
const env = { ...process.env, OMP_NUM_THREADS: '1' };

/** Python with every warning an error. */
export function python(args: readonly string[], input = ''): Finished {
  const { stdout, stderr, status, error } = spawnSync(PYTHON, ['-W', 'error', ...args], {
    input,
    encoding: 'utf8',
    env,
  });
  if (error) throw error;
  return { output: stdout, complaint: stderr, exitCode: status };
}

type Measured = Readonly<Record<(typeof MEASURES)[number], number | null>>;

/** The JSON output of a program. */
export interface ScriptResult {
  readonly status: string;
  readonly epochs: number;
  readonly batches: number;
  readonly evaluations: readonly { readonly epoch: number; readonly batch: number; readonly loss: number | null }[];
  readonly metrics: { readonly [Set in RowSet]?: Measured | null };
  readonly parameters: TrainResult['parameters'];
}

/** The result that a program printed, and its message about a run that diverged. */
export function resultOf({ output, complaint, exitCode }: Finished): { result: ScriptResult; complaint: string } {
  expect(output, complaint).not.toBe('');
  const result: ScriptResult = JSON.parse(output);
  const diverged = result.status === 'diverged';
  expect({ exitCode, isSilent: complaint === '' }, complaint).toEqual({
    exitCode: diverged ? 1 : 0,
    isSilent: !diverged,
  });
  return { result, complaint };
}

/** The result of the exported NumPy program. */
export function runScript(recipe: Recipe, dataset: Dataset): { result: ScriptResult; complaint: string } {
  return resultOf(python(['-', '--json'], numpyScript(recipe, dataset)));
}

/** Compares a program's number with another; one that is not finite is null. */
type Hold = (actual: number | null | undefined, expected: number | null, scale: number, what: string) => void;

/** Equal within this share of the expected number, or of `scale` if that is larger. */
const within =
  (tolerance: number): Hold =>
  (actual, expected, scale, what) => {
    if (expected === null || !Number.isFinite(expected)) {
      expect(actual, what).toBeNull();
      return;
    }
    const allowed = tolerance * Math.max(Math.abs(expected), scale);
    const difference = Math.abs((actual ?? Number.NaN) - expected);
    expect(difference <= allowed, `${what}: ${actual} is not ${expected}, off by ${difference}`).toBe(true);
  };

function expectSameMetrics(actual: ScriptResult['metrics'], expected: ScriptResult['metrics'], hold: Hold): void {
  for (const set of SETS) {
    const metrics = expected[set] ?? null;
    expect(actual[set] ?? null, set).toEqual(metrics === null ? null : expect.anything());
    if (metrics === null) continue;
    for (const measure of MEASURES) {
      // R² is 1 minus a quotient: near 0 its digits are those of a difference, so its scale is 1.
      hold(actual[set]?.[measure], metrics[measure], measure === 'r2' ? 1 : 0, `${set} ${measure}`);
    }
  }
}

function expectSameParameters(
  actual: ScriptResult['parameters'],
  expected: ScriptResult['parameters'],
  hold: Hold,
): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, { shape, values }] of Object.entries(expected)) {
    expect(actual[name]?.shape, name).toEqual(shape);
    // A parameter near 0 is the sum of steps as large as those of its neighbours, with the same rounding errors.
    const scale = Math.max(...values.flat().map(Math.abs));
    for (const [row, numbers] of values.entries()) {
      expect(actual[name]?.values[row]?.length, name).toBe(numbers.length);
      for (const [column, number] of numbers.entries()) {
        hold(actual[name]?.values[row]?.[column], number, scale, `${name}[${row}, ${column}]`);
      }
    }
  }
}

/** Evaluations, metrics and parameters within a relative `tolerance`; counts and names exactly. */
export function expectSameRun(actual: ScriptResult, expected: ScriptResult, tolerance = 1e-12): void {
  const hold = within(tolerance);
  const { status, epochs, batches } = expected;
  expect(actual).toMatchObject({ status, epochs, batches });
  const places = (evaluations: readonly { epoch: number; batch: number }[]) =>
    evaluations.map(({ epoch, batch }) => ({ epoch, batch }));
  expect(places(actual.evaluations)).toEqual(places(expected.evaluations));
  for (const [index, { loss }] of expected.evaluations.entries()) {
    hold(actual.evaluations[index]?.loss, loss, 0, `evaluation ${index}`);
  }
  expectSameMetrics(actual.metrics, expected.metrics, hold);
  expectSameParameters(actual.parameters, expected.parameters, hold);
}
