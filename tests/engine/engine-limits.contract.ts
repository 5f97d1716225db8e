import { describe, expect, it } from 'vitest';
import type { Capture, Matrix } from '../../web/engine/types';
import type { Stage } from './engine.contract';
import { expectFailure, smallRecipe } from './small-run';

/** Numbers that no integer of the engine can hold, and one between two integers. */
const NO_INTEGERS = [1e300, -1e300, 2 ** 64, Number.POSITIVE_INFINITY, Number.NaN, 1.5];

const ROWS = Int32Array.of(5, 17, 40);

const matrix = (rows: number, columns: number, values: readonly number[] = []): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

const zeros = (rows: number, columns: number): Matrix => matrix(rows, columns, new Array(rows * columns).fill(0));

/** FNV-1a, 64 bits: the checksum of a capture. */
const checksum = (bytes: Uint8Array): bigint =>
  bytes.reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1099511628211n), 14695981039346656037n);

/** The capture of a run on the small table with another number of batches. */
function withBatches(capture: Capture, batches: number): Capture {
  const forged = capture.slice();
  const bytes = new DataView(forged.buffer);
  const [header, generator, order, batchesOfEpoch, status, epoch] = [12, 2509, 8 + 42 * 4, 24, 1, 8];
  bytes.setBigInt64(header + generator + order + batchesOfEpoch + status + epoch, BigInt(batches), true);
  bytes.setBigUint64(4, checksum(forged.subarray(header)), true);
  return forged;
}

export function describeLimits(stage: Stage): void {
  describe('numbers outside their range', () => {
    it.each(NO_INTEGERS)('%d is no feature and no number of steps', (number) => {
      const run = stage.createRun();
      expectFailure('OUT_OF_RANGE', ['feature must be a whole number'], () => run.response(number, 0, 1, 5));
      expectFailure('OUT_OF_RANGE', ['steps must be a whole number'], () => run.response(0, 0, 1, number));
    });

    it.each(NO_INTEGERS)('%d is no parameter, no element and no number of elements', (number) => {
      const run = stage.createRun();
      const words = ['must be a whole number'];
      expectFailure('OUT_OF_RANGE', words, () => run.compareGradients(ROWS, number, 0, 1, 1e-5));
      expectFailure('OUT_OF_RANGE', words, () => run.compareGradients(ROWS, 0, number, 1, 1e-5));
      expectFailure('OUT_OF_RANGE', words, () => run.compareGradients(ROWS, 0, 0, number, 1e-5));
      expectFailure('OUT_OF_RANGE', words, () => run.objectiveAround(ROWS, number, 0, [0]));
      expectFailure('OUT_OF_RANGE', words, () => run.objectiveAround(ROWS, 0, number, [0]));
    });

    it('the last elements before the smallest integer are none', () => {
      const run = stage.createRun();
      // The smallest integer of WebAssembly; that of 64 bits is out of range already.
      for (const first of [-(2 ** 31), -(2 ** 63)]) {
        expectFailure('OUT_OF_RANGE', ['-'], () => run.compareGradients(ROWS, 0, first, 0, 1e-5));
      }
    });

    it.each([...NO_INTEGERS, -1])('%d is no seed', (seed) => {
      const words = ['seed must be a whole number from 0 to 4294967295'];
      expectFailure('OUT_OF_RANGE', words, () => stage.engine.functions.randomNormals(seed, [[1, 1]]));
      if (!Number.isFinite(seed)) return; // A recipe is JSON, which has only finite numbers.
      const recipe = smallRecipe();
      const split = { ...recipe, split: { ...recipe.split, seed } };
      expectFailure('OUT_OF_RANGE', words, () => stage.createRun(split));
    });

    it('the largest seed is one', () => {
      expect(stage.engine.functions.randomNormals(2 ** 32 - 1, [[1, 1]])[0]?.values).toHaveLength(1);
    });

    it.each([...NO_INTEGERS, -1])('%d is no number of rows or columns', (number) => {
      const run = stage.createRun();
      const words = ['must be a whole number from 0'];
      expectFailure('OUT_OF_RANGE', words, () => run.predict(matrix(number, 3)));
      expectFailure('OUT_OF_RANGE', words, () => run.predict(matrix(2, number)));
      expectFailure('OUT_OF_RANGE', words, () => stage.engine.functions.randomNormals(1, [[number, 2]]));
      expectFailure('OUT_OF_RANGE', words, () => stage.engine.functions.randomNormals(1, [[2, number]]));
    });

    it('a shape whose product wraps around to the number of values is none', () => {
      const run = stage.createRun();
      // 2¹⁶ · 2¹⁶ is 0 in 32 bits, and 2³² · 2³² in 64.
      for (const size of [2 ** 16, 2 ** 30]) {
        expectFailure('SHAPE_MISMATCH', ['0 values'], () => run.predict(matrix(size, size)));
      }
    });

    it.each([...NO_INTEGERS, 0, 1, 1e7])('%d is no number of points of a curve', (count) => {
      const words = ['points', 'from 2 to 1000000'];
      expectFailure('OUT_OF_RANGE', words, () => stage.engine.functions.activationCurve('tanh', -1, 1, count));
    });

    it.each([2 ** 31 - 1, 2 ** 53 - 1])('a run of %d batches counts on', (batches) => {
      const run = stage.createRun();
      run.trainBatches(2);
      run.restore(withBatches(run.capture(), batches));
      expect(run.trainBatches(1)).toMatchObject({ batch: batches + 1, batchInEpoch: 3 });
    });

    it.each([-1, 2 ** 54])('a capture of %d batches is damaged', (batches) => {
      const run = stage.createRun();
      const before = run.capture();
      expectFailure('CAPTURE_DAMAGED', ['no run'], () => run.restore(withBatches(before, batches)));
      expect(run.capture()).toEqual(before);
    });

    it('more memory than there is', () => {
      const { functions } = stage.engine;
      expectFailure('OUT_OF_MEMORY', ['memory'], () => functions.randomNormals(1, [[2 ** 30, 2 ** 30]]));
    });
  });

  describe('products without an element', () => {
    it('of matrices without rows have no rows', () => {
      const { functions } = stage.engine;
      const weights = zeros(3, 7);
      expect(functions.operationForward('weight-multiply', [weights], matrix(0, 3))).toEqual(matrix(0, 7));
      const { inputGradient, parameterGradients } = functions.operationBackward(
        'weight-multiply',
        [weights],
        matrix(0, 3),
        matrix(0, 7),
      );
      expect(inputGradient).toEqual(matrix(0, 3));
      expect(parameterGradients).toEqual([weights]);
    });

    it('of matrices without columns to sum over are 0', () => {
      const { functions } = stage.engine;
      expect(functions.operationForward('weight-multiply', [matrix(0, 7)], matrix(3, 0))).toEqual(zeros(3, 7));
    });
  });
}
