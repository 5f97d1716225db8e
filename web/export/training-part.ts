/** The training code that all programs share: constants, batches, evaluations and the end. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { splitSizes } from '../recipe/split';
import type { Dialect } from './dialect';
import { heading, indented } from './python-text';

const SHORT_LAST_BATCH = `def batches(order):
    """Slices of the rows without end, and whether each ends an epoch; the last may be short."""
    while True:
        for start in range(0, len(order), BATCH_SIZE):
            yield order[start:start + BATCH_SIZE], start + BATCH_SIZE >= len(order)
        order = order[rng.permutation(len(order))]  # shuffles the previous order again`;

/** The bug in the course's batches. */
const SHRINKING_BATCH = `def batches(order):
    """Slices of the rows without end, and whether each ends an epoch."""
    size = BATCH_SIZE
    while True:
        start = 0
        while start < len(order):
            # A bug, kept on purpose: after a short batch, all later batches are as small.
            size = min(size, len(order) - start)
            start += size
            yield order[start - size:start], start == len(order)
        order = order[rng.permutation(len(order))]  # shuffles the previous order again`;

/** The counter that a duration is compared with. */
const COUNTER = { epochs: 'epoch', batches: 'batch' } as const;

/** The rows whose loss is watched during training, and their number. */
function watchedRows(recipe: Recipe, dataset: Dataset): { name: string; rows: number } {
  const { validation, test } = splitSizes(dataset.rows, recipe.split);
  return validation > 0 ? { name: 'validation', rows: validation } : { name: 'test', rows: test };
}

/** The constants of the training. */
export function constantsPart({ training, optimiser }: Recipe): string {
  const { stopAfter, evaluateEvery } = training;
  return `${heading('Training')}
LEARNING_RATE = ${optimiser.learningRate}
BATCH_SIZE = ${training.batchSize}
${stopAfter.unit.toUpperCase()} = ${stopAfter.count}
EVALUATE_EVERY = ${evaluateEvery.count}  # ${evaluateEvery.unit}`;
}

/** Constants, then the function that yields the batches. */
export function batchesPart(recipe: Recipe): string[] {
  return [constantsPart(recipe), recipe.quirks.shrinkingBatch ? SHRINKING_BATCH : SHORT_LAST_BATCH];
}

/** The state before the first batch. */
export function beforeTraining(recipe: Recipe, dataset: Dataset): string {
  const { training } = splitSizes(dataset.rows, recipe.split);
  const watched = watchedRows(recipe, dataset);
  const shape = (rows: number) => `# (${rows}, ${recipe.data.features.length}), (${rows}, 1)`;
  return `training_features, training_targets = examples["training"]  ${shape(training)}
${watched.name}_features, ${watched.name}_targets = examples["${watched.name}"]  ${shape(watched.rows)}
epoch = batch = 0
evaluations = []`;
}

/** In the loop, after each step: counting, evaluating, and the ways to end. */
export function afterStep(recipe: Recipe, dataset: Dataset, dialect: Dialect): string {
  const { stopAfter } = recipe.training;
  return `    batch += 1
    epoch += ends_epoch

${evaluation(recipe, dataset, dialect)}
    if ${COUNTER[stopAfter.unit]} == ${stopAfter.unit.toUpperCase()}:
        status = "finished"
        break`;
}

function evaluation(recipe: Recipe, dataset: Dataset, { kept, putBack }: Dialect): string {
  const { evaluateEvery, earlyStopping } = recipe.training;
  const { name } = watchedRows(recipe, dataset);
  const { unit } = evaluateEvery;
  const isDue = `${unit === 'epochs' ? 'ends_epoch and ' : ''}${COUNTER[unit]} % EVALUATE_EVERY == 0`;
  const decided = earlyStopping
    ? `
        improved = not evaluations or loss < evaluations[-1]["loss"]
        evaluations.append({"epoch": epoch, "batch": batch, "loss": loss})
        if not improved:
            # Back to the parameters of the evaluation before.
${indented(putBack('held'), '            ')}
            status = "stopped-early"
            break
        held = ${kept}`
    : `
        evaluations.append({"epoch": epoch, "batch": batch, "loss": loss})`;
  const ended = `
        if not np.isfinite(loss):
            status = "diverged"
            break`;
  return `    if ${isDue}:
        loss = loss_on(${name}_features, ${name}_targets)${decided}${ended}`;
}
