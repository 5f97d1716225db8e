/** The part of the PyTorch program that trains, in one process or in several. */
import type { Dataset } from '../datasets/dataset';
import { lossOf, optimiserOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { PYTORCH } from './dialect';
import { expression } from './parts';
import { indented } from './python-text';
import { afterStep, batchesPart, beforeTraining } from './training-part';

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
  const objective = expression(lossOf(recipe), 'objective', { sum: 'losses', rows: 'len(rows)' });
  const optimiser = expression(optimiserOf(recipe), 'pytorchCall', {
    parameters: 'network.parameters()',
    learningRate: 'LEARNING_RATE',
  });
  const columns = recipe.data.features.length;
  return [
    ...batchesPart(recipe),
    TOTAL,
    `${beforeTraining(recipe, dataset)}

features_on_device = torch.from_numpy(training_features).to(device)
targets_on_device = torch.from_numpy(training_targets).to(device)
optimiser = ${optimiser}
learner = DistributedDataParallel(network) if processes > 1 else network

for rows, ends_epoch in batches(order):
    share = torch.from_numpy(rows[rank::processes])  # this process's share of the batch
    predictions = learner(features_on_device[share])  # (share, ${columns}) -> (share, 1)
    losses = loss_sum(predictions, targets_on_device[share])
    objective = ${objective}  # the quantity to minimise
    optimiser.zero_grad()
    # Processes average their gradients; times their number, this is the sum.
    (processes * objective).backward()
    loss = total(losses.detach()) / len(rows)

    # A step against the gradient, as large as the learning rate says.
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
