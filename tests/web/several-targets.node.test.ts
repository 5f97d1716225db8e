/** Runs with several targets compute the same as NumPy, target by target. */
import { expect, it } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import { readEngine } from '../engine/node-worker';
import { smallRecipe } from '../engine/small-run';
import { evaluate, expectSame, nested, type Value } from './explanations-python';

const engine = await readEngine();
const CASES = 20;
const TOLERANCE = 1e-9;

const TRAINED = `
def trained(X, y, test_X, test_y, seed, batch_size, epochs):
    rng, outputs = np.random.RandomState(int(seed)), y.shape[1]
    layers, inputs = [], X.shape[1]
    for units, activation in [(5, Tanh), (outputs, Linear)]:
        layers.append(Dense(*draw_parameters("glorot-normal", inputs, units, rng), activation()))
        inputs = units
    network = NeuralNetwork(layers, MeanSquaredError())
    Trainer(network, SGD(0.02), rng, int(batch_size)).fit(X, y, test_X, test_y, int(epochs), 1, False)
    P = network.forward(test_X)
    columns = [[j] for j in range(outputs)]
    lines = [least_squares(X, y[:, j]) for j in columns]
    return {
        "parameters": [operation.parameter for operation in network.learning],
        "predictions": P,
        "mae": [mean_absolute_error(P[:, j], test_y[:, j]) for j in columns],
        "rmse": [root_mean_squared_error(P[:, j], test_y[:, j]) for j in columns],
        "r2": [r_squared(P[:, j], test_y[:, j]) for j in columns],
        "coefficients": [W[:, 0] for W, B in lines],
        "intercepts": [B[0] for W, B in lines],
        "means": [mean_absolute_error(y[:, j].mean(), test_y[:, j]) for j in columns],
    }
`;

/** A run of random size on random numbers, as NumPy gets it and as the core computed it. */
function randomCase(seed: number): { given: Record<string, Value>; expected: Record<string, Value> } {
  const [rows, inputs, outputs] = [30 + 3 * (seed % 7), 1 + (seed % 4), 1 + (seed % 5)];
  const [features, targets] = engine.functions.randomNormals(seed, [
    [rows, inputs],
    [rows, outputs],
  ]) as [Matrix, Matrix];
  const stopAfter = { count: 3 + (seed % 4), unit: 'epochs' as const };
  const recipe = smallRecipe({ training: { seed: 100 + seed, stopAfter, batchSize: 4 + (seed % 6) } });
  const layers = [
    { type: 'dense' as const, units: 5, activation: 'tanh' as const },
    { type: 'dense' as const, units: outputs, activation: 'linear' as const },
  ];
  const run = engine.createRunOn({ ...recipe, layers }, features, targets);
  while (run.progress().status === 'training') run.trainBatches(1000);
  const scaled = (set: 'training' | 'test') => nested(run.trace(run.rows(set)).operations[0]?.input as Matrix);
  const targetsOf = (set: 'training' | 'test') => nested(run.trace(run.rows(set)).targets);
  const places = Array.from({ length: outputs }, (_, target) => target);
  const parameters = run.parameters();
  const expected = {
    parameters: run.parameterShapes.map((shape) =>
      nested({ ...shape, values: parameters.subarray(shape.offset, shape.offset + shape.rows * shape.columns) }),
    ),
    predictions: nested(run.trace(run.rows('test')).predictions),
    mae: places.map((target) => run.metrics('test', target).mae),
    rmse: places.map((target) => run.metrics('test', target).rmse),
    r2: places.map((target) => run.metrics('test', target).r2),
    coefficients: places.map((target) => [...run.baselinesOf(target).leastSquares.coefficients]),
    intercepts: places.map((target) => run.baselinesOf(target).leastSquares.intercept),
    means: places.map((target) => run.baselinesOf(target).meanTarget.test.mae),
  };
  const given = {
    X: scaled('training'),
    y: targetsOf('training'),
    test_X: scaled('test'),
    test_y: targetsOf('test'),
    seed: recipe.training.seed,
    batch_size: recipe.training.batchSize,
    epochs: stopAfter.count,
  };
  run.dispose();
  return { given, expected };
}

it('trains, measures and fits lines as NumPy does, in 20 random cases', () => {
  const cases = Array.from({ length: CASES }, (_, seed) => randomCase(seed));
  const expression = 'trained(X, y, test_X, test_y, seed, batch_size, epochs)';
  const results = evaluate(
    cases.map(({ given }) => ({ expression, given })),
    TRAINED,
  );
  expect(results).toHaveLength(CASES);
  cases.forEach(({ expected }, place) => {
    expectSame(results[place], expected, `case ${place}`, TOLERANCE);
  });
});
