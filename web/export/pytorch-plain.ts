/** The plain form of the PyTorch program: a DataLoader, a loss module and one process, as in PyTorch's own tutorials. */
import type { Dataset } from '../datasets/dataset';
import { lossOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { PYTORCH } from './dialect';
import { argumentsPart, QUIET_NUMPY } from './introduction';
import { expression } from './parts';
import { beforeSteps, type PytorchForm, STEP } from './pytorch-form';
import { afterStep, beforeTraining, constantsPart } from './training-part';

const IMPORTS = `import argparse
import csv
import json
import math
import sys

import numpy as np
import torch
from torch import nn
from torch.nn.utils import parameters_to_vector, vector_to_parameters
from torch.utils.data import DataLoader, Sampler, TensorDataset

${QUIET_NUMPY}
# The page computes in float64; PyTorch alone would take float32.
torch.set_default_dtype(torch.float64)`;

const UNIFORM = `def uniform(like):
    """A number from 0 to 1 for each element: the page's draws."""
    return torch.from_numpy(rng.random_sample(like.shape))`;

const LOSS_ON = `def loss_on(features, targets):
    """The loss of these rows, given as NumPy arrays, without training on them."""
    return loss_function(torch.from_numpy(predict(features)), torch.from_numpy(targets)).item()`;

const NEXT_ORDER = `    def next_order(self):
        """The first epoch's order, then a shuffle of the order of the epoch before."""
        if self.is_shuffled:
            self.order = self.order[rng.permutation(len(self.order))]
        self.is_shuffled = True
        return self.order`;

const sampler = (name: string, says: string, state: string, iteration: string) => `class ${name}(Sampler):
    """${says}"""

    def __init__(self, order):
        self.order = order
        self.is_shuffled = False${state}

    def __len__(self):
        return len(self.order)

${NEXT_ORDER}

    def __iter__(self):
${iteration}`;

/** The order of the rows is the page's; PyTorch's own shuffle would give other numbers. */
const PAGE_ORDER = sampler(
  'PageOrder',
  'The rows in the order of the page, for the DataLoader.',
  '',
  '        return iter(self.next_order().tolist())',
);

/** The bug in the course's batches. */
const SHRINKING_BATCHES = sampler(
  'ShrinkingBatches',
  'The batches of the page, for the DataLoader.',
  '\n        self.size = BATCH_SIZE',
  `        order, start = self.next_order(), 0
        while start < len(order):
            # A bug, kept on purpose: after a short batch, all later batches are as small.
            self.size = min(self.size, len(order) - start)
            start += self.size
            yield order[start - self.size:start].tolist()`,
);

const BATCHES = `def batches():
    """The loader's batches without end, and whether each ends an epoch."""
    while True:
        rows = 0
        for inputs, answers in loader:
            rows += len(answers)
            yield inputs, answers, rows == len(loader.dataset)`;

function training(recipe: Recipe, dataset: Dataset): string[] {
  const columns = recipe.data.features.length;
  const objective = expression(lossOf(recipe), 'objective', { loss: 'loss', rows: 'len(answers)' });
  const backward = objective === 'loss' ? 'loss.backward()' : `(${objective}).backward()  # the quantity to minimise`;
  const chosen = recipe.quirks.shrinkingBatch
    ? 'batch_sampler=ShrinkingBatches(order)'
    : 'batch_size=BATCH_SIZE, sampler=PageOrder(order)';
  return [
    constantsPart(recipe),
    recipe.quirks.shrinkingBatch ? SHRINKING_BATCHES : PAGE_ORDER,
    BATCHES,
    `${beforeTraining(recipe, dataset)}

examples_to_learn = TensorDataset(
    torch.from_numpy(training_features), torch.from_numpy(training_targets)
)
loader = DataLoader(examples_to_learn, ${chosen})
${beforeSteps(recipe)}

for inputs, answers, ends_epoch in batches():
    predictions = network(inputs)  # (rows, ${columns}) -> (rows, 1)
    loss = loss_function(predictions, answers)
    optimiser.zero_grad()
    ${backward}

${STEP}
${afterStep(recipe, dataset, PYTORCH)}`,
  ];
}

export const PLAIN: PytorchForm = {
  commands: [
    'python3 FILE                 prints the report',
    'python3 FILE --json          prints it as JSON, with every parameter',
    'python3 FILE --data X.csv    uses the columns of a CSV file instead of those below',
  ],
  imports: IMPORTS,
  place: argumentsPart(),
  onDevice: '',
  offDevice: '',
  uniform: UNIFORM,
  lossFunctions: (recipe) => [
    `loss_function = ${expression(lossOf(recipe), 'pytorchLoss')}  # the mean over the rows`,
    LOSS_ON,
  ],
  training,
};
