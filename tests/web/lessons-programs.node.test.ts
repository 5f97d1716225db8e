/** The programs of chapter 2’s pages, run as they are printed, come to the engine’s numbers. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NumberCheck } from '../../web/lessons/numbers/check';
import { readEngine } from '../engine/node-worker';
import { python } from './export-python';

const check = new NumberCheck(await readEngine(), 'web/lessons');

/** All Python listings of a page, in their order. */
function listings(page: string): string {
  const markdown = readFileSync(`web/lessons/2-fundamentals/${page}.md`, 'utf8');
  return [...markdown.matchAll(/```python\n(.*?)```/gs)].map(([, code]) => code).join('\n');
}

const REGRESSION = listings('08-regression-program');
const NETWORK = `${REGRESSION}\n${listings('20-network-program')}`;

/** The data of the book, standardised on all rows and split. */
const DATA = `
import json, sys
data = json.load(sys.stdin)
features, prices = np.array(data["features"]).T, np.array(data["prices"]).reshape(-1, 1)
features = (features - features.mean(axis=0)) / features.std(axis=0)
order = np.random.RandomState(80718).permutation(len(features))
tests = -(-len(features) * 3 // 10)
X_test, y_test = features[order[:tests]], prices[order[:tests]]
X_train, y_train = features[order[tests:]], prices[order[tests:]]
`;

const TABLE = JSON.stringify({
  features: check.compute('features.map((name) => column(name))'),
  prices: check.compute("column('MEDV')"),
});

function testRmse(program: string, training: string): number {
  const judge = 'print(repr(float(np.sqrt(np.mean((predict(X_test, weights) - y_test) ** 2)))))';
  const { output, complaint } = python(['-c', `${program}\n${DATA}\nweights = ${training}\n${judge}`], TABLE);
  expect(complaint).toBe('');
  return Number(output);
}

const NETWORK_TRAINING = 'train(X_train, y_train, iterations=10000, seed=180807)';
const RIGHT_LINE = 'dL_dB1 = (dL_dN1 * dN1_dB1).sum(axis=0, keepdims=True)';
const BOOK_LINE = 'dL_dB1 = (dL_dN1 * dN1_dB1).sum()';

it.each([
  ['the regression', 'chapter-2-linear', REGRESSION, 'train(X_train, y_train)'],
  ['the network', 'chapter-2-network-corrected', NETWORK, NETWORK_TRAINING],
  ['the network with the book’s line', 'chapter-2-network', NETWORK.replace(RIGHT_LINE, BOOK_LINE), NETWORK_TRAINING],
])('the program of %s trains as the engine does', (_, preset, program, training) => {
  expect(NETWORK).toContain(RIGHT_LINE);
  expect(testRmse(program, training)).toBeCloseTo(check.compute(`run('${preset}').test.rmse`) as number, 9);
});
