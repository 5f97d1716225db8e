/** The part of the script that trains: batches, steps, evaluations, and the ways to end. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { splitSizes } from '../recipe/split';
import { heading } from './python-text';

const SHORT_LAST_BATCH = `def batches(order):
    """Slices of the rows without end, and whether each ends an epoch; the last may be short."""
    while True:
        for start in range(0, len(order), BATCH_SIZE):
            yield order[start:start + BATCH_SIZE], start + BATCH_SIZE >= len(order)
        order = order[rng.permutation(len(order))]  # shuffles what is shuffled already`;

/** The lecture's slip. */
const SHRINKING_BATCH = `def batches(order):
    """Slices of the rows without end, and whether each ends an epoch."""
    size = BATCH_SIZE
    while True:
        start = 0
        while start < len(order):
            # A slip, kept on purpose: a batch cut short makes all that follow as small.
            size = min(size, len(order) - start)
            start += size
            yield order[start - size:start], start == len(order)
        order = order[rng.permutation(len(order))]  # shuffles what is shuffled already`;

/** The counter a span is held against. */
const COUNTER = { epochs: 'epoch', batches: 'batch' } as const;

function evaluation({ training, data }: Recipe, watched: string, rows: number): string {
  const { unit } = training.evaluateEvery;
  const isDue = `${unit === 'epochs' ? 'ends_epoch and ' : ''}${COUNTER[unit]} % EVALUATE_EVERY == 0`;
  const decided = training.earlyStopping
    ? `
        improved = not evaluations or loss < evaluations[-1]["loss"]
        evaluations.append({"epoch": epoch, "batch": batch, "loss": loss})
        if not improved:
            # Back to the parameters of the evaluation before.
            for operation, parameter in zip(learning, held):
                operation.parameter = parameter
            status = "stopped-early"
            break
        held = [operation.parameter for operation in learning]`
    : `
        evaluations.append({"epoch": epoch, "batch": batch, "loss": loss})`;
  const ended = `
        if not np.isfinite(loss):
            status = "diverged"
            break`;
  return `    if ${isDue}:
        predictions = forward(network, ${watched}_features)  # (${rows}, ${data.features.length}) -> (${rows}, 1)
        loss = mean_squared_error(predictions, ${watched}_targets)${decided}${ended}`;
}

/** Constants, the batches, the loop. */
export function trainingPart(recipe: Recipe, dataset: Dataset): string[] {
  const { training, optimiser, quirks, data } = recipe;
  const { stopAfter, evaluateEvery } = training;
  const total = stopAfter.unit.toUpperCase();
  const sizes = splitSizes(dataset.rows, recipe.split);
  const watched = sizes.validation > 0 ? 'validation' : 'test';
  const columns = data.features.length;
  const shape = (rows: number) => `# (${rows}, ${columns}), (${rows}, 1)`;
  return [
    `${heading('Training')}
LEARNING_RATE = ${optimiser.learningRate}
BATCH_SIZE = ${training.batchSize}
${total} = ${stopAfter.count}
EVALUATE_EVERY = ${evaluateEvery.count}  # ${evaluateEvery.unit}`,
    quirks.shrinkingBatch ? SHRINKING_BATCH : SHORT_LAST_BATCH,
    `training_features, training_targets = examples["training"]  ${shape(sizes.training)}
${watched}_features, ${watched}_targets = examples["${watched}"]  ${shape(sizes[watched])}
epoch = batch = 0
evaluations = []

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
    batch += 1
    epoch += ends_epoch

${evaluation(recipe, watched, sizes[watched])}
    if ${COUNTER[stopAfter.unit]} == ${total}:
        status = "finished"
        break`,
  ];
}
