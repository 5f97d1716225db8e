/** The part of the NumPy program that trains. */
import type { Dataset } from '../datasets/dataset';
import { optimiserOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { NUMPY } from './dialect';
import { expression } from './parts';
import { afterStep, batchesPart, beforeTraining } from './training-part';

/** Constants, the batches, the loop. */
export function numpyTrainingPart(recipe: Recipe, dataset: Dataset): string[] {
  const optimiser = expression(optimiserOf(recipe), 'numpyCall', { learningRate: 'LEARNING_RATE' });
  return [
    ...batchesPart(recipe),
    `${beforeTraining(recipe, dataset)}
optimizer = ${optimiser}

for rows, ends_epoch in batches(order):
    loss = network.train_batch(training_features[rows], training_targets[rows])
    if not (np.isfinite(loss) and optimizer.step(network)):
        status = "diverged"  # the parameters stay as they are: the last finite ones
        break
${afterStep(recipe, dataset, NUMPY)}`,
  ];
}
