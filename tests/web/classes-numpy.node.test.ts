/** Metrics, baselines and splits of classes are those that NumPy computes, in 20 random cases. */
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import { readEngine } from '../engine/node-worker';
import { evaluate, expectSame, nested, type Value } from './explanations-python';

const { functions } = await readEngine();
const TOLERANCE = 1e-9;

/** Numbers as a list, with null for NaN, which JSON does not have. */
const listed = (values: Float64Array): Value => [...values].map((value) => (Number.isNaN(value) ? null : value));

/** Written independently of the core. */
const REFERENCE = `
def shares_of(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)

def none_for_nan(values):
    return [None if np.isnan(value) else value for value in values]

def metrics_of(scores, targets):
    actual, predicted, classes = targets.argmax(axis=1), scores.argmax(axis=1), targets.shape[1]
    confusion = np.zeros((classes, classes))
    np.add.at(confusion, (actual, predicted), 1)
    hits, columns, rows = confusion.diagonal(), confusion.sum(axis=0), confusion.sum(axis=1)
    return {
        "accuracy": (actual == predicted).mean(),
        "crossEntropy": -np.log(shares_of(scores)[np.arange(len(actual)), actual]).mean(),
        "confusion": confusion,
        "precision": none_for_nan([h / c if c else np.nan for h, c in zip(hits, columns)]),
        "recall": none_for_nan([h / r if r else np.nan for h, r in zip(hits, rows)]),
    }

def largest_remainders(total, sizes):
    exact = [total * size / sum(sizes) for size in sizes]
    counts = [total * size // sum(sizes) for size in sizes]
    order = sorted(range(len(sizes)), key=lambda c: (-(total * sizes[c] % sum(sizes)), c))
    for c in order[:total - sum(counts)]:
        counts[c] += 1
    assert all(abs(count - share) < 1 for count, share in zip(counts, exact))
    return counts

def stratified(targets, test_fraction, validation_fraction, seed):
    classes = [int(c) for c in targets.argmax(axis=1)]
    order = np.random.RandomState(int(seed)).permutation(len(classes))
    sizes = [classes.count(c) for c in range(targets.shape[1])]
    test = largest_remainders(int(np.ceil(test_fraction * len(classes))), sizes)
    left = [size - count for size, count in zip(sizes, test)]
    validation = largest_remainders(int(np.ceil(validation_fraction * len(classes))), left)
    of_class = [[int(row) for row in order if classes[row] == c] for c in range(len(sizes))]
    parts = [(rows[:t], rows[t:t + v], rows[t + v:]) for rows, t, v in zip(of_class, test, validation)]
    place = {int(row): i for i, row in enumerate(order)}
    return [sorted(sum((list(part[i]) for part in parts), []), key=place.get) for i in range(3)]
`;

interface Random {
  readonly features: Matrix;
  readonly targets: Matrix;
  readonly scores: Matrix;
}

/** Random sizes, features and scores; the classes follow from the features and noise, of which every fourth case has none. */
function randomCase(seed: number): Random {
  const [rows, inputs, classes] = [25 + 9 * (seed % 6), 1 + (seed % 4), 2 + (seed % 4)];
  const [features, weights, noise, scores] = functions.randomNormals(seed, [
    [rows, inputs],
    [inputs, classes],
    [rows, classes],
    [rows, classes],
  ]) as [Matrix, Matrix, Matrix, Matrix];
  const strength = seed % 4 === 3 ? 0 : 2;
  const values = new Float64Array(rows * classes);
  for (let row = 0; row < rows; row += 1) {
    const own = Array.from({ length: classes }, (_, column) => {
      let score = strength * (noise.values[row * classes + column] as number);
      for (let input = 0; input < inputs; input += 1) {
        score +=
          (features.values[row * inputs + input] as number) * (weights.values[input * classes + column] as number);
      }
      return score;
    });
    values[row * classes + own.indexOf(Math.max(...own))] = 1;
  }
  return { features, targets: { rows, columns: classes, values }, scores };
}

const CASES = Array.from({ length: 20 }, (_, seed) => randomCase(seed));

function compare(
  expression: string,
  given: (random: Random, seed: number) => Record<string, Value>,
  expected: Value[],
) {
  const results = evaluate(
    CASES.map((random, seed) => ({ expression, given: given(random, seed) })),
    REFERENCE,
  );
  expect(results).toHaveLength(CASES.length);
  expected.forEach((value, seed) => {
    expectSame(results[seed], value, `case ${seed}`, TOLERANCE);
  });
}

describe('as NumPy computes them:', () => {
  it('metrics of classes', () => {
    const expected = CASES.map(({ scores, targets }) => {
      const { rows, confusion, precision, recall, ...others } = functions.classMetrics(scores, targets);
      expect(rows).toBe(targets.rows);
      return { ...others, confusion: nested(confusion), precision: listed(precision), recall: listed(recall) };
    });
    const given = ({ scores, targets }: Random) => ({ scores: nested(scores), targets: nested(targets) });
    compare('metrics_of(scores, targets)', given, expected);
  });

  it('probabilities, and the shares of the classes', () => {
    const expected = CASES.map(({ scores, targets }) => {
      const frequencies = functions.classProbabilities(functions.frequencyScores(targets));
      // A class without rows has a probability that is not exactly 0, but too small to matter.
      const shares = { ...frequencies, values: frequencies.values.map((share) => (share < 1e-300 ? 0 : share)) };
      return [nested(functions.classProbabilities(scores)), nested(shares)];
    });
    const given = ({ scores, targets }: Random) => ({ scores: nested(scores), targets: nested(targets) });
    compare('[shares_of(scores), targets.mean(axis=0, keepdims=True)]', given, expected);
  });

  it('splits that keep the proportions of the classes', () => {
    const fractions = (seed: number) => [0.1 + 0.04 * (seed % 9), seed % 3 === 0 ? 0 : 0.05 * (seed % 5)] as const;
    const expected = CASES.map(({ targets }, seed) => {
      const { training, validation, test } = functions.stratifiedSplit(targets, ...fractions(seed), seed);
      return [[...test], [...validation], [...training]];
    });
    const given = ({ targets }: Random, seed: number) => {
      const [test, validation] = fractions(seed);
      return { targets: nested(targets), test_fraction: test, validation_fraction: validation, seed };
    };
    compare('stratified(targets, test_fraction, validation_fraction, seed)', given, expected);
  });
});
