/** The NumPy that is shown is the course's mathematics: it computes what the core computes. */
import { describe, expect, it } from 'vitest';
import type { Matrix, Run } from '../../web/engine/types';
import { ACTIVATIONS, GRADIENT_SCALES, type Recipe, type RecipeInput } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE, valueAt } from '../engine/small-run';
import { type Case, evaluate, expectSame, nested, type Value } from './explanations-python';

const engine = await readEngine();
const { functions } = engine;

interface Expected extends Case {
  readonly expected: Value;
}

function expectAll(cases: readonly Expected[]): void {
  const results = evaluate(cases);
  expect(results.length).toBeGreaterThan(0);
  for (const [index, { expression, given, expected }] of cases.entries()) {
    expectSame(results[index], expected, `${expression} of ${JSON.stringify(given).slice(0, 80)}`);
  }
}

function withRun<Result>(input: RecipeInput, use: (run: Run, recipe: Recipe) => Result): Result {
  const recipe = smallRecipe(input);
  const run = engine.createRun(recipe, TABLE);
  try {
    return use(run, recipe);
  } finally {
    run.dispose();
  }
}

const pythonName = (name: string): string => name.replace('-', '_');
const matrix = (rows: number, columns: number, values: readonly number[]): Matrix => {
  return { rows, columns, values: Float64Array.from(values) };
};
const column = (values: Iterable<number>): number[][] => [...values].map((value) => [value]);
const features = (rows: Iterable<number>): number[][] =>
  [...rows].map((row) => ['size', 'age', 'light'].map((name) => valueAt(row, name)));
const targets = (rows: Iterable<number>): number[][] => column([...rows].map((row) => valueAt(row, 'price')));

describe('chapter 1', () => {
  const POINTS = [-2.5, -0.3, 0, 0.7, 3];

  it('has every function of the core, with its derivative', () => {
    expectAll(
      functions.functionNames().flatMap((name) =>
        POINTS.flatMap((x): Expected[] => [
          { expression: `${pythonName(name)}(x)`, given: { x }, expected: functions.chainValues([name], x)[0] ?? null },
          {
            expression: `${pythonName(name)}_derivative(x)`,
            given: { x },
            expected: functions.chainFactors([name], x)[0] ?? null,
          },
        ]),
      ),
    );
  });

  it('takes derivatives, of chains too, by the same step', () => {
    const two = ['square', 'sigmoid'];
    const three = ['leaky-relu', 'square', 'sigmoid'];
    expectAll(
      POINTS.flatMap((x): Expected[] => [
        {
          expression: 'derivative(sigmoid, x)',
          given: { x },
          expected: functions.chainNumericDerivative(['sigmoid'], x, 0.001),
        },
        {
          expression: 'chain_two(square, sigmoid, x)',
          given: { x },
          expected: functions.chainValues(two, x).at(-1) ?? null,
        },
        {
          expression: 'chain_two_derivative(square, sigmoid, x)',
          given: { x },
          expected: functions.chainDerivative(two, x, 0.001),
        },
        {
          expression: 'chain_three(leaky_relu, square, sigmoid, x)',
          given: { x },
          expected: functions.chainValues(three, x).at(-1) ?? null,
        },
        {
          expression: 'chain_three_derivative(leaky_relu, square, sigmoid, x)',
          given: { x },
          expected: functions.chainDerivative(three, x, 0.001),
        },
      ]),
    );
  });

  it('combines two inputs', () => {
    const given = { x: 0.4, y: -1.2 };
    expectAll(
      (['sum', 'product'] as const).flatMap((combine): Expected[] => {
        const { value, dx, dy } = functions.twoInputs(combine, 'sigmoid', given.x, given.y);
        return [
          { expression: `sigmoid_of_${combine}(x, y)`, given, expected: value },
          { expression: `sigmoid_of_${combine}_derivatives(x, y)`, given, expected: [dx, dy] },
        ];
      }),
    );
  });

  it('multiplies matrices, forward and backward', () => {
    const X = matrix(3, 3, [0.5, -1.2, 0.3, 1.7, 0.2, -0.4, -0.8, 0.9, 1.1]);
    const W = matrix(3, 2, [0.3, -0.6, 1.4, 0.2, -0.9, 0.8]);
    const row = matrix(1, 3, [0.5, -1.2, 0.3]);
    const weights = matrix(3, 1, [0.3, 1.4, -0.9]);
    const whole = functions.matrixChain(X, W);
    const single = functions.matrixChain(row, weights);
    const given = { X: nested(X), W: nested(W) };
    const one = { X: nested(row), W: nested(weights) };
    expectAll([
      { expression: 'dot_product(X, W)', given: one, expected: nested(single.N) },
      { expression: 'dot_product_gradients(X, W)', given: one, expected: [[[0.3, 1.4, -0.9]], [[0.5], [-1.2], [0.3]]] },
      { expression: 'sigmoid_of_dot_product(X, W)', given: one, expected: nested(single.S) },
      {
        expression: 'sigmoid_of_dot_product_gradients(X, W)',
        given: one,
        expected: [nested(single.dLdX), nested(single.dLdW)],
      },
      { expression: 'two_matrices(X, W)', given, expected: whole.L },
      { expression: 'two_matrices_gradients(X, W)', given, expected: [nested(whole.dLdX), nested(whole.dLdW)] },
      {
        expression: 'list(partial_matrices(X, W))',
        given,
        expected: functions.partialMatrices(X, W).map(nested),
      },
    ]);
  });
});

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

  it('regresses step by step and at once', () => {
    withRun({ layers: [{ units: 1, activation: 'linear' }] }, (run) => {
      const trace = run.trace(run.rows('training'));
      const [sums, biased] = trace.operations;
      if (sums === undefined || biased === undefined)
        throw new Error('A linear layer has two operations and one more.');
      const given = {
        X: nested(sums.input),
        y: nested(trace.targets),
        W: nested(sums.parameter),
        B: nested(biased.parameter),
        P: nested(trace.predictions),
      };
      const { coefficients, intercept } = run.baselines.leastSquares;
      expectAll([
        { expression: 'linear_regression(X, y, W, B)', given, expected: [given.P, trace.loss] },
        {
          expression: 'linear_regression_gradients(X, y, P)',
          given,
          expected: [nested(sums.gradient), nested(biased.gradient)],
        },
        { expression: 'least_squares(X, y)', given, expected: [column(coefficients), [intercept]] },
        { expression: 'predict(X, W, B)', given, expected: given.P },
      ]);
    });
  });
});

describe('chapter 3', () => {
  it.each(ACTIVATIONS)('computes every operation of a layer with %s, forward and backward', (activation) => {
    const layers: RecipeInput['layers'] = [
      { units: 4, activation },
      { units: 1, activation: 'linear' },
    ];
    withRun({ layers }, (run) => {
      run.trainBatches(3);
      const { operations } = run.trace(run.nextRows());
      expectAll(
        operations.map(({ input, output, outputGradient, inputGradient, parameter, gradient }, place): Expected => {
          const learns = parameter.values.length > 0;
          return {
            expression: `passed(${run.operations[place]?.kind}(${learns ? 'parameter' : ''}), X, dL_dO)`,
            given: { X: nested(input), dL_dO: nested(outputGradient), parameter: nested(parameter) },
            expected: {
              output: nested(output),
              inputGradient: nested(inputGradient),
              gradient: learns ? nested(gradient) : [],
            },
          };
        }),
      );
    });
  });

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

  const TRAINED = `
def trained():
    rng = np.random.RandomState(int(seed))
    layers, inputs = [], X.shape[1]
    for units, activation in [(4, Tanh), (1, Linear)]:
        layers.append(Dense(*draw_parameters(weights, inputs, units, rng), activation()))
        inputs = units
    network = NeuralNetwork(layers, MeanSquaredError())
    trainer = Trainer(network, SGD(learning_rate), rng, int(batch_size))
    losses = trainer.fit(X, y, test_X, test_y, int(epochs), int(every), early_stopping)
    return [losses, [operation.parameter for operation in network.learning], worst_difference(network, X, y)]
`;

  it.each([
    { weights: 'standard-normal', earlyStopping: false, learningRate: 0.02 },
    { weights: 'glorot-normal', earlyStopping: false, learningRate: 0.02 },
    { weights: 'he-normal', earlyStopping: true, learningRate: 0.5 },
  ] as const)('trains the same network: $weights, early stopping $earlyStopping', (choice) => {
    const { weights, earlyStopping, learningRate } = choice;
    const input: RecipeInput = {
      initialisation: { weights },
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
