/** The part of the NumPy program that trains. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { NUMPY } from './dialect';
import { afterStep, batchesPart, beforeTraining } from './training-part';

/** Constants, the batches, the loop. */
export function numpyTrainingPart(recipe: Recipe, dataset: Dataset): string[] {
  const columns = recipe.data.features.length;
  return [
    ...batchesPart(recipe),
    `${beforeTraining(recipe, dataset)}

for rows, ends_epoch in batches(order):
    targets = training_targets[rows]  # (batch, 1)
    predictions = forward(network, training_features[rows])  # (batch, ${columns}) -> (batch, 1)
    loss = mean_squared_error(predictions, targets)
    backward(network, loss_gradient(predictions, targets))

    # A step downhill: against the gradient, as far as the learning rate says.
    stepped = [each.parameter - LEARNING_RATE * each.gradient for each in learning]
    if not all(np.isfinite(numbers).all() for numbers in [loss, *stepped]):
        status = "diverged"  # the parameters stay as they are: the last finite ones
        break
    for operation, parameter in zip(learning, stepped):
        operation.parameter = parameter
${afterStep(recipe, dataset, NUMPY)}`,
  ];
}
