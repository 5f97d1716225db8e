import { describe, expect, it } from 'vitest';
import type { RowSet } from '../../web/engine/types';
import type { Recipe } from '../../web/recipe/schema';
import { networkOf } from '../web/network-fixture';
import type { Stage } from './engine.contract';
import { expectFailure, smallRecipe, TABLE, tableWith, valueAt } from './small-run';

/** A recipe of a newer version, or a damaged one, which the page would reject. */
const newer = (changes: object): Recipe => ({ ...smallRecipe(), ...changes }) as unknown as Recipe;

const SETS: readonly RowSet[] = ['training', 'validation', 'test'];

/** Runs are created and disposed of. */
export function describeRuns(stage: Stage): void {
  describe('a run', () => {
    it('splits the rows of the data set', () => {
      const run = stage.createRun(smallRecipe({ split: { validationFraction: 0.2 } }));
      const sets = SETS.map((set) => run.rows(set));
      expect(sets.map(({ length }) => length)).toEqual([30, 12, 18]);
      const all = sets.flatMap((rows) => [...rows]);
      expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, row) => row));
      for (const set of SETS) {
        expect([...run.targets(set)]).toEqual([...run.rows(set)].map((row) => valueAt(row, 'price')));
      }
    });

    it('has no validation rows unless asked', () => {
      const run = stage.createRun();
      expect(run.rows('validation')).toEqual(new Int32Array());
      expect(run.targets('validation')).toEqual(new Float64Array());
      expect(run.baselines.meanTarget.validation).toBeNull();
      expect(run.baselines.meanTarget.loss.validation).toBeNull();
      expect(run.baselines.leastSquares.validation).toBeNull();
    });

    it('describes its parameters and operations', () => {
      const run = stage.createRun();
      expect(run.parameterShapes).toEqual([
        { name: 'W1', symbol: 'W', layer: 0, operation: 0, rows: 3, columns: 4, offset: 0, axes: ['input', 'unit'] },
        { name: 'B1', symbol: 'B', layer: 0, operation: 1, rows: 1, columns: 4, offset: 12, axes: ['single', 'unit'] },
        { name: 'W2', symbol: 'W', layer: 1, operation: 3, rows: 4, columns: 1, offset: 16, axes: ['input', 'unit'] },
        { name: 'B2', symbol: 'B', layer: 1, operation: 4, rows: 1, columns: 1, offset: 20, axes: ['single', 'unit'] },
      ]);
      const { operations } = networkOf(smallRecipe());
      expect(run.operations).toEqual(
        operations.map((operation, place) => ({ ...operation, curve: run.operations[place]?.curve })),
      );
    });

    it('draws the curve of each activation', () => {
      const { operations } = stage.createRun();
      const sweep = Array.from({ length: 25 }, (_, i) => (i - 12) / 4);
      const curves = operations.map(({ curve }) => curve);
      expect(curves).toEqual([null, null, expect.any(Array), null, null, sweep]);
      expect(curves[2]).toHaveLength(25);
      expect(curves[2]?.[12]).toBe(0);
      expect(curves[2]?.[24]).toBeCloseTo(Math.tanh(3), 12);
    });

    it('stands beside others without touching them', () => {
      const alone = stage.createRun();
      alone.trainBatches(3);
      const [first, second] = [stage.createRun(), stage.createRun(smallRecipe({ training: { seed: 8 } }))];
      for (let batch = 0; batch < 3; ++batch) {
        first.trainBatches(1);
        second.trainBatches(1);
      }
      expect(first.parameters()).toEqual(alone.parameters());
      expect(second.parameters()).not.toEqual(alone.parameters());
    });

    it('returns copies of its arrays, so that changing them does not change the run', () => {
      const run = stage.createRun();
      const before = run.parameters();
      run.parameters().fill(0);
      run.predictions('test').fill(0);
      run.rows('test').fill(0);
      run.targets('test').fill(0);
      run.capture().fill(0);
      expect(run.parameters()).toEqual(before);
      expect(run.rows('test')[0]).not.toBe(run.rows('test')[1]);
      expect(run.targets('test')[0]).toBe(valueAt(run.rows('test')[0] as number, 'price'));
    });
  });

  describe('a run that cannot be', () => {
    it.each([
      [
        'UNKNOWN_COLUMN',
        ['“rooms”', 'size, age, light, price'],
        { ...smallRecipe().data, features: ['size', 'rooms'] },
      ],
      ['UNKNOWN_COLUMN', ['“cost”'], { ...smallRecipe().data, target: 'cost' }],
    ])('is refused with %s', (code, words, data) => {
      expectFailure(code, words, () => stage.createRun({ ...smallRecipe(), data }));
    });

    it.each([
      ['OUT_OF_RANGE', ['42 training rows', '43'], smallRecipe({ training: { batchSize: 43 } })],
      [
        'TOO_FEW_ROWS',
        ['60 rows'],
        { ...smallRecipe(), split: { testFraction: 0.6, validationFraction: 0.4, seed: 1 } },
      ],
      [
        'SHAPE_MISMATCH',
        ['1 unit', '2'],
        { ...smallRecipe(), layers: [{ type: 'dense' as const, units: 2, activation: 'linear' as const }] },
      ],
      ['OUT_OF_RANGE', ['1 layer'], { ...smallRecipe(), layers: [] }],
      ['UNKNOWN_NAME', ['layer type "conv"', 'dense'], newer({ layers: [{ type: 'conv', units: 1 }] })],
      ['UNKNOWN_NAME', ['activation "gelu"', 'tanh'], newer({ layers: [{ units: 1, activation: 'gelu' }] })],
      ['UNKNOWN_NAME', ['loss "hinge"', 'mean-squared-error'], newer({ loss: { function: 'hinge' } })],
      [
        'WRONG_TASK',
        ['"softmax-cross-entropy" is for classification', 'choose the loss mean-squared-error'],
        newer({ loss: { function: 'softmax-cross-entropy' } }),
      ],
      ['UNKNOWN_NAME', ['optimiser "adam"', 'sgd'], newer({ optimiser: { method: 'adam' } })],
      ['MISSING_SETTING', ['"learningRate"'], newer({ optimiser: { method: 'sgd' } })],
      ['MISSING_SETTING', ['"units"'], newer({ layers: [{ activation: 'linear' }] })],
    ])('is refused with %s %j', (code, words, recipe) => {
      expectFailure(code, words, () => stage.createRun(recipe));
    });

    it('is rejected with the name of a constant column, unless constant columns become 0', () => {
      const dataset = tableWith((name) => (name === 'age' ? 0.1 : undefined));
      expectFailure('CONSTANT_COLUMN', ['"age"'], () => stage.createRun(smallRecipe(), dataset));
      const run = stage.createRun(smallRecipe({ scaling: { constantColumns: 'zero' } }), dataset);
      expect(run.trainBatches(1).batch).toBe(1);
    });

    it('is rejected if the data is not finite', () => {
      for (const [column, value] of [
        ['light', Number.NaN],
        ['price', Number.POSITIVE_INFINITY],
      ] as const) {
        const dataset = tableWith((name, row) => (name === column && row === 9 ? value : undefined));
        expectFailure('NOT_FINITE', ['finite'], () => stage.createRun(smallRecipe(), dataset));
      }
    });

    it('leaves nothing behind', () => {
      const refused = () =>
        expectFailure('OUT_OF_RANGE', [], () => stage.createRun(smallRecipe({ training: { batchSize: 43 } })));
      refused();
      const before = stage.engine.heapBytes();
      for (let i = 0; i < 50; ++i) refused();
      expect(stage.engine.heapBytes()).toBe(before);
    });
  });

  describe('a run disposed of', () => {
    it('can no longer be used', () => {
      const run = stage.engine.createRun(smallRecipe(), TABLE);
      run.dispose();
      const uses = [
        () => run.rows('test'),
        () => run.targets('test'),
        () => run.progress(),
        () => run.trainBatches(1),
        () => run.evaluations(),
        () => run.loss('test'),
        () => run.metrics('test'),
        () => run.predictions('test'),
        () => run.predict({ rows: 1, columns: 3, values: new Float64Array(3) }),
        () => run.response(0),
        () => run.parameters(),
        () => run.gradients(),
        () => run.activations(Int32Array.of(0)),
        () => run.setLearningRate(0.1),
        () => run.capture(),
        () => run.restore(new Uint8Array()),
      ];
      for (const use of uses) expectFailure('DISPOSED', ['disposed'], use);
    });

    it('may be disposed of again, and others go on', () => {
      const run = stage.engine.createRun(smallRecipe(), TABLE);
      const other = stage.createRun();
      run.dispose();
      run.dispose();
      expect(other.trainBatches(1).batch).toBe(1);
    });

    it('a thousand times over gives all its memory back', () => {
      const live = () => {
        const run = stage.engine.createRun(smallRecipe(), TABLE);
        run.trainBatches(6);
        run.metrics('test');
        run.restore(run.capture());
        run.dispose();
      };
      for (let i = 0; i < 10; ++i) live();
      const before = stage.engine.heapBytes();
      expect(before).toBeGreaterThan(0);
      for (let i = 0; i < 1000; ++i) live();
      expect(stage.engine.heapBytes()).toBe(before);
    });

    it('uses memory until it is disposed of', () => {
      const before = stage.engine.heapBytes();
      const run = stage.engine.createRun(smallRecipe(), TABLE);
      expect(stage.engine.heapBytes()).toBeGreaterThan(before + TABLE.values.byteLength);
      run.dispose();
    });
  });
}
