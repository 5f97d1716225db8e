/** A recipe's model and training loop in PyTorch, short enough to read beside its formulas. */

import { layersOf, lossOf, optimiserOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { expression, pytorchModules } from './parts';
import { comment, docstringText, indented, wrapped } from './python-text';
import { moduleLines } from './pytorch-network-part';

const FIRST_PARAMETERS: Readonly<Record<Recipe['initialisation']['weights'], readonly [string, string]>> = {
  'standard-normal': ['nn.init.normal_(layer.weight)', 'nn.init.normal_(layer.bias)'],
  'glorot-normal': ['nn.init.xavier_normal_(layer.weight)', 'nn.init.zeros_(layer.bias)'],
  'he-normal': ['nn.init.kaiming_normal_(layer.weight)', 'nn.init.zeros_(layer.bias)'],
};

/** What these lines do differently from the recipe. */
function otherwise({ quirks, training }: Recipe): string[] {
  const { count, unit } = training.evaluateEvery;
  return [
    'the random draws are PyTorch’s own, so the numbers are not the page’s',
    ...(quirks.summedBiasGradient ? ['the biases get their right gradients, without the bug of chapter 2'] : []),
    ...(quirks.shrinkingBatch ? ['a short batch does not shorten those after it'] : []),
    ...(quirks.reseedEachLayer ? ['the layers are drawn one after the other, without a new seed'] : []),
    ...(training.earlyStopping ? [`there is no early stopping every ${count} ${unit}`] : []),
  ];
}

/** Modules that PyTorch does not have, with its own draws. */
function ownModules(recipe: Recipe): string {
  const modules = pytorchModules(layersOf(recipe));
  if (modules.length === 0) return '';
  const draws = modules.some((text) => text.includes('uniform(')) ? ['uniform = torch.rand_like'] : [];
  return `${[...draws, ...modules].map((text) => `\n\n${text}\n`).join('')}\n`;
}

/** The loop over the batches, ended as the recipe says. */
function loop({ training }: Recipe): string {
  const { count, unit } = training.stopAfter;
  const step = (indent: string) =>
    [
      'predictions = model(features[rows])',
      'loss = loss_of(predictions, targets[rows])',
      'optimiser.zero_grad()',
      'loss.backward()',
      'optimiser.step()',
    ]
      .map((line) => indent + line)
      .join('\n');
  if (unit === 'epochs') {
    return `    for epoch in range(${count}):
        for rows in torch.randperm(len(features)).split(BATCH_SIZE):
${step('            ')}`;
  }
  return `    batch = 0
    while batch < ${count}:
        for rows in torch.randperm(len(features)).split(BATCH_SIZE)[:${count} - batch]:
${step('            ')}
            batch += 1`;
}

/** Python 3 that needs only PyTorch: the model, its loss and a function that trains it on tensors of the data. */
export function pytorchSketch(recipe: Recipe): string {
  const { data, initialisation, training } = recipe;
  const columns = data.features.length;
  const [weights, bias] = FIRST_PARAMETERS[initialisation.weights];
  const title = docstringText(recipe.name);
  const story = `${title === '' ? 'A network' : `${title}: a network`} that predicts ${data.target}, in PyTorch.`;
  const loss = expression(lossOf(recipe), 'pytorchCall', { predictions: 'predictions', targets: 'targets' });
  const optimiser = expression(optimiserOf(recipe), 'pytorchCall', { parameters: 'model.parameters()' });
  const differences = comment(`Not as on the page: ${otherwise(recipe).join('; ')}.`);
  return `"""${wrapped(docstringText(story).split(' '), '')}"""

import torch
from torch import nn

${differences}

torch.set_default_dtype(torch.float64)
torch.manual_seed(${training.seed})
BATCH_SIZE = ${training.batchSize}
${ownModules(recipe)}
model = nn.Sequential(
${indented(moduleLines(recipe), '    ')}
)
for layer in model:
    if isinstance(layer, nn.Linear):
        ${weights}
        ${bias}
optimiser = ${optimiser}


def loss_of(predictions, targets):
    return ${loss}


def train(features, targets):
    """Scaled features (rows, ${columns}) and their targets (rows, 1)."""
${loop(recipe)}
    return model
`;
}
