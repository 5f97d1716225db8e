/** Runs exported programs with Python and holds their numbers to the engine's. */
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import { numpyScript } from '../../web/export/numpy-script';
import type { TrainResult } from '../../web/library/train-result';
import type { Recipe } from '../../web/recipe/schema';

const PYTHON = '/usr/bin/python3';
const TOLERANCE = 1e-12;
const MEASURES = ['rows', 'mae', 'mse', 'rmse', 'r2'] as const;

export interface Finished {
  readonly output: string;
  readonly complaint: string;
  readonly exitCode: number | null;
}

/** Python with every warning an error. */
export function python(args: readonly string[], input = ''): Finished {
  const { stdout, stderr, status, error } = spawnSync(PYTHON, ['-W', 'error', ...args], { input, encoding: 'utf8' });
  if (error) throw error;
  return { output: stdout, complaint: stderr, exitCode: status };
}

type Measured = Readonly<Record<(typeof MEASURES)[number], number | null>>;

/** What a program prints with --json. */
export interface ScriptResult {
  readonly status: string;
  readonly epochs: number;
  readonly batches: number;
  readonly evaluations: readonly { readonly epoch: number; readonly batch: number; readonly loss: number | null }[];
  readonly metrics: Readonly<Record<string, Measured>>;
  readonly parameters: TrainResult['parameters'];
}

/** The exported program's own result, and what it says of a run that diverged. */
export function runScript(recipe: Recipe, dataset: Dataset): { result: ScriptResult; complaint: string } {
  const { output, complaint, exitCode } = python(['-', '--json'], numpyScript(recipe, dataset));
  expect(output, complaint).not.toBe('');
  const result: ScriptResult = JSON.parse(output);
  const diverged = result.status === 'diverged';
  expect({ exitCode, isSilent: complaint === '' }, complaint).toEqual({
    exitCode: diverged ? 1 : 0,
    isSilent: !diverged,
  });
  return { result, complaint };
}

/** Equal to a part in 10¹² of the engine's number, or of `scale` if that is larger; a number that is not finite is null. */
function expectClose(actual: number | null | undefined, expected: number, scale: number, what: string): void {
  if (!Number.isFinite(expected)) {
    expect(actual, what).toBeNull();
    return;
  }
  const allowed = TOLERANCE * Math.max(Math.abs(expected), scale);
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  expect(difference <= allowed, `${what}: ${actual} is not ${expected}, off by ${difference}`).toBe(true);
}

function expectSameMetrics(actual: ScriptResult['metrics'], expected: TrainResult['metrics']): void {
  const sets = Object.entries(expected).filter(([, metrics]) => metrics !== null);
  expect(Object.keys(actual)).toEqual(sets.map(([set]) => set));
  for (const [set, metrics] of sets) {
    for (const measure of MEASURES) {
      // R² is 1 less a quotient: near 0 its digits are those of a difference, so that 1 is its scale.
      expectClose(actual[set]?.[measure], metrics[measure], measure === 'r2' ? 1 : 0, `${set} ${measure}`);
    }
  }
}

function expectSameParameters(actual: ScriptResult['parameters'], expected: TrainResult['parameters']): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, { shape, values }] of Object.entries(expected)) {
    expect(actual[name]?.shape, name).toEqual(shape);
    // A parameter near 0 is what is left of steps as large as those of its neighbours, and rounded as they are.
    const scale = Math.max(...values.flat().map(Math.abs));
    for (const [row, numbers] of values.entries()) {
      expect(actual[name]?.values[row]?.length, name).toBe(numbers.length);
      for (const [column, number] of numbers.entries()) {
        expectClose(actual[name]?.values[row]?.[column], number, scale, `${name}[${row}, ${column}]`);
      }
    }
  }
}

/** Evaluations, metrics and parameters to a relative 10⁻¹²; all that is counted or named, exactly. */
export function expectSameRun(actual: ScriptResult, expected: TrainResult): void {
  const { status, epochs, batches } = expected;
  expect(actual).toMatchObject({ status, epochs, batches });
  const places = (evaluations: readonly { epoch: number; batch: number }[]) =>
    evaluations.map(({ epoch, batch }) => ({ epoch, batch }));
  expect(places(actual.evaluations)).toEqual(places(expected.evaluations));
  for (const [index, { loss }] of expected.evaluations.entries()) {
    expectClose(actual.evaluations[index]?.loss, loss, 0, `evaluation ${index}`);
  }
  expectSameMetrics(actual.metrics, expected.metrics);
  expectSameParameters(actual.parameters, expected.parameters);
}
