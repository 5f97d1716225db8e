/** The NumPy of chapters 2 and 3 computes the same as the core. */
import { describe, expect, it } from 'vitest';
import type { Matrix, OperationTrace, Run } from '../../web/engine/types';
import { ACTIVATION_NAMES } from '../../web/explanations/parts';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { GRADIENT_SCALES, smallRecipe, TABLE, valueAt } from '../engine/small-run';
import { type Expected, evaluate, expectAll, expectSame, nested, type Value } from './explanations-python';

const engine = await readEngine();
const { functions } = engine;

const FEATURES = ['size', 'age', 'light'];

/** The only parameter of an operation, or its gradient. */
function learnedBy(operation: OperationTrace | undefined, what: 'value' | 'gradient' = 'value'): Matrix {
  const [learned] = operation?.parameters ?? [];
  if (learned === undefined) throw new Error('The operation learns nothing.');
  return learned[what];
}

/** With all features of the table, or with these. */
function withRun<Result>(input: RecipeInput, use: (run: Run, recipe: Recipe) => Result, names = FEATURES): Result {
  const made = smallRecipe(input);
  const recipe = { ...made, data: { ...made.data, features: names } };
  const run = engine.createRun(recipe, TABLE);
  try {
    return use(run, recipe);
  } finally {
    run.dispose();
  }
}

/** A 1 at the highest number of each row, else 0. */
function oneHot({ rows, columns, values }: Matrix): Matrix {
  const highest = (row: number) => Math.max(...values.subarray(row * columns, (row + 1) * columns));
  const classes = values.map((value, place) => (value === highest(Math.floor(place / columns)) ? 1 : 0));
  return { rows, columns, values: classes };
}

const column = (values: Iterable<number>): number[][] => [...values].map((value) => [value]);
const features = (rows: Iterable<number>): number[][] =>
  [...rows].map((row) => FEATURES.map((name) => valueAt(row, name)));
const targets = (rows: Iterable<number>): number[][] => column([...rows].map((row) => valueAt(row, 'price')));

describe('chapter 2', () => {
  it('splits and scales as the core does', () => {
    withRun({ scaling: { fitOn: 'all-rows' } }, (run, recipe) => {
      const rows = run.nextRows();
      const all = features(Array.from({ length: TABLE.rows }, (_, row) => row));
      expectAll([
        {
          expression: 'train_test_split(rows, test_fraction, seed)',
          given: { rows: TABLE.rows, test_fraction: recipe.split.testFraction, seed: recipe.split.seed },
          expected: [[...run.rows('training')], [...run.rows('test')]],
        },
        {
          expression: 'standardise(chosen, *fit_scale(features))',
          given: { features: all, chosen: features(rows) },
          expected: nested(run.trace(rows).operations[0]?.input as Matrix),
        },
      ]);
    });
  });

  it('measures as the core does', () => {
    withRun({}, (run) => {
      run.trainBatches(6);
      const { mae, rmse, relativeRmse, r2 } = run.metrics('test');
      const given = { P: column(run.predictions('test')), y: column(run.targets('test')) };
      expectAll([
        { expression: 'mean_absolute_error(P, y)', given, expected: mae },
        { expression: 'root_mean_squared_error(P, y)', given, expected: rmse },
        { expression: 'relative_rmse(P, y)', given, expected: relativeRmse },
        { expression: 'r_squared(P, y)', given, expected: r2 },
      ]);
    });
  });

  it('predicts with a line and says how far off it is', () => {
    const judge = (run: Run): void => {
      run.trainBatches(6);
      const { operations, predictions, targets, loss } = run.trace(run.rows('test'));
      const [w, b] = run.parameters();
      const x = nested(operations[0]?.input as Matrix);
      const given = { x, w: w as number, b: b as number, p: nested(predictions), y: nested(targets) };
      expectAll([
        { expression: 'line(x, w, b)', given, expected: given.p },
        { expression: 'mean_squared_error(p, y)', given, expected: loss },
      ]);
    };
    withRun({ layers: [{ units: 1, activation: 'linear' }] }, judge, ['size']);
  });

  it('asks a model about one feature', () => {
    withRun({ layers: [{ units: 1, activation: 'linear' }] }, (run) => {
      run.trainBatches(6);
      const [feature, low, high, steps] = [1, -1.5, 3.5, 40];
      const { operations } = run.trace(run.rows('test'));
      const given = {
        X: nested(operations[0]?.input as Matrix),
        W: nested(learnedBy(operations[0])),
        B: nested(learnedBy(operations[1])),
        ...{ feature, low, high, steps },
      };
      const { predictions } = run.response(feature, low, high, steps);
      expectAll([
        {
          expression: 'response(lambda rows: predict(rows, W, B), X, feature, low, high, steps)',
          given,
          expected: column(predictions),
        },
      ]);
    });
  });

  it('adds sigmoids up to the curve of a network with one feature', () => {
    const layers: RecipeInput['layers'] = [
      { units: 4, activation: 'sigmoid' },
      { units: 1, activation: 'linear' },
    ];
    const follow = (run: Run): void => {
      run.trainBatches(6);
      const [w, c, v, b] = run.parameterShapes.map(({ rows, columns, offset }) => [
        ...run.parameters().subarray(offset, offset + rows * columns),
      ]) as [number[], number[], number[], number[]];
      const { scaled, predictions } = run.response(0, -1.5, 3.5, 40);
      const slopes = [...scaled].map((z) =>
        w.reduce((sum, wj, j) => {
          const factors = functions.chainFactors(['sigmoid'], wj * z + (c[j] as number));
          return sum + (v[j] as number) * (factors[0] as number) * wj;
        }, 0),
      );
      const given = { z: [...scaled], w, c, v, b };
      expectAll([
        { expression: 'curve_of_sigmoids(z, w, c, v, b)', given, expected: [...predictions] },
        { expression: 'slope_of_sigmoids(z, w, c, v)', given, expected: slopes },
      ]);
    };
    withRun({ layers }, follow, ['size']);
  });

  it('regresses step by step and at once', () => {
    withRun({ layers: [{ units: 1, activation: 'linear' }] }, (run) => {
      const trace = run.trace(run.rows('training'));
      const [sums, biased] = trace.operations;
      if (sums === undefined || biased === undefined)
        throw new Error('A linear layer has two operations and one more.');
      const given = {
        X: nested(sums.input),
        y: nested(trace.targets),
        W: nested(learnedBy(sums)),
        B: nested(learnedBy(biased)),
        P: nested(trace.predictions),
      };
      const { coefficients, intercept } = run.baselines.leastSquares;
      expectAll([
        { expression: 'linear_regression(X, y, W, B)', given, expected: [given.P, trace.loss] },
        {
          expression: 'linear_regression_gradients(X, y, P)',
          given,
          expected: [nested(learnedBy(sums, 'gradient')), nested(learnedBy(biased, 'gradient'))],
        },
        { expression: 'least_squares(X, y)', given, expected: [column(coefficients), [intercept]] },
        { expression: 'predict(X, W, B)', given, expected: given.P },
      ]);
    });
  });
});

describe('chapter 3', () => {
  it.each(
    ACTIVATION_NAMES.flatMap((activation) =>
      [false, true].map((summedBiasGradient) => ({ activation, summedBiasGradient })),
    ),
  )(
    'computes every operation of a layer forward and backward: $activation, summed biases $summedBiasGradient',
    (choice) => {
      const { activation, summedBiasGradient } = choice;
      const layers: RecipeInput['layers'] = [
        { units: 4, activation },
        { units: 1, activation: 'linear' },
      ];
      withRun({ layers, quirks: { summedBiasGradient } }, (run) => {
        run.trainBatches(3);
        const { operations } = run.trace(run.nextRows());
        expectAll(
          operations.map(({ input, output, outputGradient, inputGradient, parameters: [learned] }, place): Expected => {
            return {
              expression: `passed(${run.operations[place]?.kind}(${learned === undefined ? '' : 'parameter'}), X, dL_dO)`,
              given: {
                X: nested(input),
                dL_dO: nested(outputGradient),
                parameter: learned === undefined ? null : nested(learned.value),
              },
              expected: {
                output: nested(output),
                inputGradient: nested(inputGradient),
                gradient: learned === undefined ? [] : nested(learned.gradient),
              },
            };
          }),
          { summedBiasGradient },
        );
      });
    },
  );

  it.each(GRADIENT_SCALES)('computes the loss with the gradient of the %s', (gradient) => {
    withRun({ loss: { gradient } }, (run) => {
      const { predictions, targets, loss, lossGradient } = run.trace(run.nextRows());
      expectAll([
        {
          expression: '(lambda loss: [loss.forward(P, y), loss.backward()])(MeanSquaredError(scale))',
          given: { P: nested(predictions), y: nested(targets), scale: gradient },
          expected: [loss, nested(lossGradient)],
        },
      ]);
    });
  });

  it('computes the softmax cross-entropy, in both forms, for 20 random cases', () => {
    const cases = Array.from({ length: 20 }, (_, seed): Expected[] => {
      const [rows, classes] = [1 + ((7 * seed) % 32), 2 + (seed % 9)] as const;
      const [scores, drawn] = functions.randomNormals(seed, [
        [rows, classes],
        [rows, classes],
      ]) as [Matrix, Matrix];
      const predictions = { ...scores, values: scores.values.map((score) => score * 3 ** (seed % 4)) };
      const targets = oneHot(drawn);
      return (['usual', 'as-in-the-course'] as const).map((form) => {
        const { loss, gradient } = functions.lossOf('softmax-cross-entropy', { form }, predictions, targets);
        return {
          expression: '(lambda loss: [loss.forward(P, y), loss.backward()])(SoftmaxCrossEntropy(form))',
          given: { P: nested(predictions), y: nested(targets), form },
          expected: [loss, nested(gradient)],
        };
      });
    });
    expectAll(cases.flat(), undefined, 1e-9);
  });

  const TRAINED = `
def trained():
    rng = np.random.RandomState(int(seed))
    layers, inputs = [], X.shape[1]
    for units, activation in [(4, Tanh), (1, Linear)]:
        layers.append(Dense(*draw_parameters(weights, inputs, units, rng), activation()))
        inputs = units
    network = NeuralNetwork(layers, MeanSquaredError(scale))
    trainer = Trainer(network, SGD(learning_rate), rng, int(batch_size))
    losses = trainer.fit(X, y, test_X, test_y, int(epochs), int(every), early_stopping)
    return [losses, [operation.parameter for operation in network.learning], worst_difference(network, X, y)]
`;

  it.each([
    { weights: 'standard-normal', earlyStopping: false, learningRate: 0.02 },
    { weights: 'glorot-normal', earlyStopping: false, learningRate: 0.005, gradient: 'half-sum' },
    { weights: 'glorot-normal', earlyStopping: false, learningRate: 0.002, gradient: 'sum' },
    { weights: 'glorot-normal', earlyStopping: false, learningRate: 0.02 },
    { weights: 'he-normal', earlyStopping: true, learningRate: 0.5 },
  ] as const)('trains the same network, and its gradients agree with nudging: %o', (choice) => {
    const { weights, earlyStopping, learningRate } = choice;
    const gradient = 'gradient' in choice ? choice.gradient : 'mean';
    const input: RecipeInput = {
      initialisation: { weights },
      loss: { gradient },
      optimiser: { learningRate },
      training: { earlyStopping, stopAfter: { count: 30, unit: 'epochs' } },
    };
    withRun(input, (run, { training }) => {
      const scaled = (set: 'training' | 'test') => nested(run.trace(run.rows(set)).operations[0]?.input as Matrix);
      const given = {
        X: scaled('training'),
        y: targets(run.rows('training')),
        test_X: scaled('test'),
        test_y: targets(run.rows('test')),
        weights,
        scale: gradient,
        learning_rate: learningRate,
        early_stopping: earlyStopping,
        seed: training.seed,
        batch_size: training.batchSize,
        epochs: training.stopAfter.count,
        every: training.evaluateEvery.count,
      };
      while (run.progress().status === 'training') run.trainBatches(100);
      expect(run.progress().status).toBe(earlyStopping ? 'stopped-early' : 'finished');

      const [result] = evaluate([{ expression: 'trained()', given }], TRAINED);
      const [losses, parameters, worst] = result as [Value, Value[], number];
      expectSame(
        losses,
        run.evaluations().map(({ loss }) => loss),
        'evaluations',
      );
      for (const [place, { name, rows, columns, offset }] of run.parameterShapes.entries()) {
        const values = run.parameters().subarray(offset, offset + rows * columns);
        expectSame(parameters[place], nested({ rows, columns, values }), name);
      }
      expect(worst).toBeGreaterThan(0);
      expect(worst).toBeLessThan(1e-4);
    });
  });
});
