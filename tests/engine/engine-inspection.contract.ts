import { describe, expect, it } from 'vitest';
import type { Nudged, Run } from '../../web/engine/types';
import type { Stage } from './engine.contract';
import { bits, expectFailure, smallRecipe } from './small-run';

const ROWS = Int32Array.of(5, 17, 40);
const STEP = 1e-5;

const worstDifference = (run: Run, nudged: Nudged, count: number): number => {
  const { analytic, numeric } = run.compareGradients(ROWS, nudged, 0, count, STEP);
  expect(analytic).toHaveLength(count);
  return Math.max(...analytic.map((slope, i) => Math.abs(slope - (numeric[i] as number))));
};

export function describeInspection(stage: Stage): void {
  describe('seeing every number', () => {
    it('traces a pass box by box, in the order of the operations', () => {
      const run = stage.createRun();
      run.trainBatches(3);
      const { operations, predictions, targets, loss } = run.trace(ROWS);
      expect(operations.map(({ output }) => [output.rows, output.columns])).toEqual(
        run.operations.map(({ columns }) => [ROWS.length, columns]),
      );
      operations.slice(1).forEach((operation, i) => {
        expect(operation.input).toEqual(operations[i]?.output);
        expect(operation.inputGradient.values.length).toBe(operation.input.values.length);
        expect(operations[i]?.outputGradient).toEqual(operation.inputGradient);
      });
      const squares = predictions.values.map((value, i) => (value - (targets.values[i] as number)) ** 2);
      expect(loss).toBeCloseTo(squares.reduce((sum, square) => sum + square) / ROWS.length, 12);
      const shown = operations.flatMap(({ parameters }) => parameters.flatMap(({ value }) => [...value.values]));
      expect(shown).toEqual([...run.parameters()]);
    });

    it('shows the next batch and its step before they happen, and training is not affected', () => {
      const looked = stage.createRun();
      const alone = stage.createRun();
      for (let batch = 0; batch < 13; ++batch) {
        const { operations } = looked.trace(looked.nextRows(), 'training');
        const learned = operations.flatMap(({ parameters }) => parameters);
        looked.trainBatches(1);
        alone.trainBatches(1);
        expect([...looked.gradients()]).toEqual(learned.flatMap(({ gradient }) => [...gradient.values]));
        expect([...looked.parameters()]).toEqual(learned.flatMap(({ updated }) => [...updated.values]));
      }
      expect(looked.capture()).toEqual(alone.capture());
    });

    it('checks gradients by nudging, and finds the summed bias gradient', () => {
      const right = stage.createRun();
      const counts = right.parameterShapes.map(({ rows, columns }) => rows * columns);
      counts.forEach((count, place) => {
        expect(worstDifference(right, place, count)).toBeLessThan(1e-6);
      });
      expect(worstDifference(right, 'features', ROWS.length * 3)).toBeLessThan(1e-6);

      const slipped = stage.createRun(smallRecipe({ quirks: { summedBiasGradient: true } }));
      expect(worstDifference(slipped, 1, 4)).toBeGreaterThan(1e-2);
    });

    it('draws what training makes small around one element', () => {
      const run = stage.createRun();
      const [below, at, above] = run.objectiveAround(ROWS, 0, 2, [-STEP, 0, STEP]) as unknown as number[];
      expect(at).toBeCloseTo(run.trace(ROWS).loss, 12);
      const slope = ((above as number) - (below as number)) / (2 * STEP);
      expect(slope).toBeCloseTo(run.compareGradients(ROWS, 0, 2, 1, STEP).numeric[0] as number, 8);
    });

    it('takes other parameters, all or none', () => {
      const run = stage.createRun();
      const edited = run.parameters().map((value, i) => value + i);
      run.setParameters(edited);
      expect(bits(run.parameters())).toEqual(bits(edited));
      expectFailure('SHAPE_MISMATCH', [String(edited.length)], () => run.setParameters(edited.slice(1)));
      expectFailure('NOT_FINITE', [], () => run.setParameters(edited.map(() => Number.NaN)));
      expect(bits(run.parameters())).toEqual(bits(edited));
    });

    it('traces in inference unless asked for training, which is the same without random numbers', () => {
      const run = stage.createRun();
      run.trainBatches(2);
      expect(run.trace(ROWS, 'training')).toEqual(run.trace(ROWS));
      expect(run.trace(ROWS, 'inference')).toEqual(run.trace(ROWS));
    });

    it('refuses rows and elements there are not', () => {
      const run = stage.createRun();
      expectFailure('OUT_OF_RANGE', ['60'], () => run.trace(Int32Array.of(60)));
      expectFailure('OUT_OF_RANGE', ['9'], () => run.compareGradients(ROWS, 9, 0, 1, STEP));
      expectFailure('OUT_OF_RANGE', ['step'], () => run.compareGradients(ROWS, 0, 0, 1, 0));
    });
  });
}
