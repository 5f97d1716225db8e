/** The part of the PyTorch program that trains, in one process or in several. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { PYTORCH } from './dialect';
import { indented } from './python-text';
import { afterStep, batchesPart, beforeTraining } from './training-part';

/** What a step makes smaller, of `squares`, the sum of the squared errors; its gradient is the recipe's. */
const OBJECTIVES: Readonly<Record<Recipe['loss']['gradient'], readonly [string, string]>> = {
  mean: ['squares / len(rows)', 'their mean over the whole batch'],
  sum: ['squares', 'the sum, not the mean'],
  'half-sum': ['squares / 2', 'half the sum, not the mean'],
};

const TOTAL = `def total(number):
    """The sum of every process's number."""
    if processes > 1:
        dist.all_reduce(number)
    return number`;

const END = `if processes > 1:
    dist.destroy_process_group()
if rank > 0:
    sys.exit()  # the first process reports for all`;

/** Constants, the batches, the loop. */
export function pytorchTrainingPart(recipe: Recipe, dataset: Dataset): string[] {
  const [objective, meaning] = OBJECTIVES[recipe.loss.gradient];
  const columns = recipe.data.features.length;
  return [
    ...batchesPart(recipe),
    TOTAL,
    `${beforeTraining(recipe, dataset)}

features_on_device = torch.from_numpy(training_features).to(device)
targets_on_device = torch.from_numpy(training_targets).to(device)
optimiser = torch.optim.SGD(network.parameters(), lr=LEARNING_RATE)
learner = DistributedDataParallel(network) if processes > 1 else network

for rows, ends_epoch in batches(order):
    share = torch.from_numpy(rows[rank::processes])  # what this process takes of the batch
    predictions = learner(features_on_device[share])  # (share, ${columns}) -> (share, 1)
    squares = ((predictions - targets_on_device[share]) ** 2).sum()
    objective = ${objective}  # ${meaning}
    optimiser.zero_grad()
    # Processes take the mean of their gradients: times how many they are, it is the sum.
    (processes * objective).backward()
    loss = total(squares.detach()) / len(rows)

    # A step downhill: against the gradient, as far as the learning rate says.
    before = ${PYTORCH.kept}
    optimiser.step()
    if not all(numbers.isfinite().all() for numbers in [loss, *network.parameters()]):
        status = "diverged"  # back to the last finite parameters
${indented(PYTORCH.putBack('before'), '        ')}
        break
${afterStep(recipe, dataset, PYTORCH)}

${END}`,
  ];
}
