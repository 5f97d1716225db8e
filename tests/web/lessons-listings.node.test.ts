/** The listings of chapter 3’s pages, run as they are printed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NumberCheck } from '../../web/lessons/numbers/check';
import { readEngine } from '../engine/node-worker';
import { program } from './explanations-python';
import { python } from './export-python';

/** All Python listings of a page, in their order. */
function listings(page: string): string {
  const markdown = readFileSync(`web/lessons/3-from-scratch/${page}.md`, 'utf8');
  return [...markdown.matchAll(/```python\n(.*?)```/gs)].map(([, code]) => code).join('\n');
}

function printed(script: string, input = ''): string {
  const { output, complaint, exitCode } = python(['-c', script], input);
  expect([complaint, exitCode]).toEqual(['', 0]);
  return output;
}

describe('the model definitions', () => {
  /**
   * The book’s way to call the classes that chapter 3’s pages print: layers find out their inputs at the first forward
   * pass and draw from NumPy’s global generator, which each of them seeds again.
   */
  const BOOK_NAMES = `
PrintedDense, PrintedNetwork, PrintedTrainer, PrintedSGD = Dense, NeuralNetwork, Trainer, SGD

class Dense(Layer):
    def __init__(self, neurons, activation=None):
        super().__init__([])
        self.neurons, self.activation = neurons, activation or Sigmoid()

    def forward(self, X, training=False):
        if not self.operations:
            np.random.seed(self.seed)
            W = np.random.randn(X.shape[1], self.neurons)
            B = np.random.randn(1, self.neurons)
            self.operations = PrintedDense(W, B, self.activation).operations
        return super().forward(X, training)

class NeuralNetwork(PrintedNetwork):
    def __init__(self, layers, loss, seed):
        super().__init__(layers, loss)
        for layer in layers:
            layer.seed = seed

    def train_batch(self, X, y):
        self.forward(X, True)  # so that every layer has its operations
        PrintedNetwork.__init__(self, self.layers, self.loss_function)
        return super().train_batch(X, y)

class SGD(PrintedSGD):
    def __init__(self, lr):
        super().__init__(lr)

class Trainer:
    def __init__(self, network, optimizer):
        self.network, self.optimizer = network, optimizer

    def fit(self, X_train, y_train, X_test, y_test, epochs, eval_every, batch_size, seed):
        np.random.seed(seed)
        trainer = PrintedTrainer(self.network, self.optimizer, np.random, batch_size)
        trainer.fit(X_train, y_train, X_test, y_test, epochs, eval_every, True)

import json, sys
data = json.load(sys.stdin)
features, prices = np.array(data["features"]).T, np.array(data["prices"]).reshape(-1, 1)
features = (features - features.mean(axis=0)) / features.std(axis=0)
order = np.random.RandomState(80718).permutation(len(features))
tests = -(-len(features) * 3 // 10)
X_test, y_test = features[order[:tests]], prices[order[:tests]]
X_train, y_train = features[order[tests:]], prices[order[tests:]]
`;

  it.each([
    ['linear_regression', 'chapter-3-linear'],
    ['neural_network', 'chapter-3-one-hidden'],
    ['deep_network', 'chapter-3-two-hidden'],
  ])('%s trains as the engine does', async (model, preset) => {
    const check = new NumberCheck(await readEngine(), 'web/lessons');
    const table = JSON.stringify({
      features: check.compute('features.map((name) => column(name))'),
      prices: check.compute("column('MEDV')"),
    });
    const page = listings('17-model-definitions').replace('Trainer(linear_regression', `Trainer(${model}`);
    const judge = `eval_regression_model(${model}, X_test, y_test)\nprint(repr(float(rmse(y_test, ${model}.forward(X_test)))))`;
    const lines = printed(['import numpy as np', program('numpy'), BOOK_NAMES, page, judge].join('\n'), table);
    const [mae, rmse, precise] = lines.trim().split('\n');
    const [expectedMae, expectedRmse] = ['mae', 'rmse'].map((one) =>
      Number(check.compute(`run('${preset}').test.${one}`)),
    ) as [number, number];
    expect(mae).toBe(`MAE: ${expectedMae.toFixed(2)}`);
    expect(rmse).toBe(`RMSE: ${expectedRmse.toFixed(2)}`);
    expect(Number(precise)).toBeCloseTo(expectedRmse, 9);
  });
});

describe('the PyTorch listing', () => {
  const TORCH = `
import torch
torch.manual_seed(1)
torch.set_default_dtype(torch.float64)  # so that a small nudge of a weight is not lost in rounding
losses = []
`;
  const PAGE = listings('25-pytorch-listing');
  const MASK = '    dL_dN[N < 0] = 0\n';
  const recorded = (code: string) => code.replace('.pow(2).sum()\n', '.pow(2).sum()\n    losses.append(float(loss))\n');

  it('lowers its loss to almost nothing in its 500 steps', () => {
    const script = `${TORCH}\n${recorded(PAGE)}\nprint(len(losses), losses[0], losses[-1])`;
    const [steps, first, last] = printed(script).split(' ').map(Number) as [number, number, number];
    expect(steps).toBe(500);
    expect(last / first).toBeLessThan(1e-6);
  });

  /** The largest relative error of the gradients of some weights after one pass, against nudging them. */
  const GRADIENT_ERROR = `
def total(W1, W2):
    return ((X.mm(W1).clamp(min=0).mm(W2) - y) ** 2).sum()

W1 += learning_rate * dL_dW1  # back to the weights of the pass
W2 += learning_rate * dL_dW2
worst = 0
for weights, gradient in ((W1, dL_dW1), (W2, dL_dW2)):
    for row in range(5):
        for column in range(5):
            kept, h = float(weights[row, column]), 1e-4
            weights[row, column] = kept + h
            above = total(W1, W2)
            weights[row, column] = kept - h
            below = total(W1, W2)
            weights[row, column] = kept
            worst = max(worst, abs((above - below) / (2 * h) - gradient[row, column]) / abs(gradient).max())
print(float(worst))
`;
  const once = (code: string) => `${TORCH}\n${code.replace('range(500)', 'range(1)')}\n${GRADIENT_ERROR}`;

  it('computes the right gradients, and wrong ones without the line for ReLU', () => {
    expect(PAGE).toContain(MASK);
    expect(Number(printed(once(PAGE)))).toBeLessThan(1e-5);
    expect(Number(printed(once(PAGE.replace(MASK, ''))))).toBeGreaterThan(0.05);
  });
});
