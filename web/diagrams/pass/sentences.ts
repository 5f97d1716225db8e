/** What each step of a pass does, in one sentence with the numbers of its first element. */
import { formatCount, formatNumber } from '../../charts/numbers/format';
import type { Element } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { arithmetic, arithmeticText } from './arithmetic';
import { learningOperations, type PassArray } from './arrays';
import {
  boxName,
  columnName,
  gradientName,
  houseName,
  outputName,
  type PassContext,
  parameterName,
  shapeText,
} from './names';

/** Terms of a sum in a sentence: more would be too long to listen to. */
const SPOKEN_TERMS = 2;

/** `batch 3 of epoch 1` or `house 12 alone`. */
export function passTitle(context: PassContext): string {
  const { source, progress } = context.pass;
  if (source !== 'next') return `${houseName(context, 0)} alone`;
  // After the last batch of an epoch the next one begins another epoch.
  return `batch ${progress.batchInEpoch + 1} of epoch ${progress.epoch + 1}`;
}

/** A short name of the step: `Forward: ν of layer 1`. */
export function stepTitle({ operations }: PassContext, step: PassStep): string {
  switch (step.phase) {
    case 'enter':
      return 'The features enter';
    case 'forward':
    case 'backward': {
      const shape = operations[step.operation];
      const way = step.phase === 'forward' ? 'Forward' : 'Backward';
      return `${way}: ${boxName(shape?.kind ?? '')} of layer ${(shape?.layer ?? 0) + 1}`;
    }
    case 'loss':
      return 'Forward: Λ, the loss';
    case 'loss-gradient':
      return 'Backward: Λ, the loss';
    case 'update':
      return 'The update';
  }
}

/** `updated`: the parameter whose update is on show, counted among the parameters. */
export function stepSentence(context: PassContext, step: PassStep, updated: number): string {
  const { recipe, pass } = context;
  const houses = formatCount(pass.rows.length, 'house');
  switch (step.phase) {
    case 'enter': {
      const title = passTitle(context);
      const subject = pass.source === 'next' ? `${upperFirst(title)}: ${houses}` : upperFirst(title);
      const verb = pass.rows.length === 1 ? 'enters' : 'enter';
      const name = recipe.data.features[0];
      const first = pass.trace.operations[0]?.input.values[0] ?? Number.NaN;
      const features = formatCount(recipe.data.features.length, 'scaled feature');
      return `${subject} ${verb} as X with ${features}; ${name} of ${houseName(context, 0)} is ${formatNumber(first, 4)}.`;
    }
    case 'forward':
      return forwardSentence(context, step.operation, houses);
    case 'loss': {
      const squares = pass.rows.length === 1 ? 'the squared error' : `the mean of ${houses}’ squared errors`;
      return `Λ compares the predictions P with the true values y: L is ${squares}, ${formatNumber(pass.trace.loss, 4)}.`;
    }
    case 'loss-gradient':
      return `Backward begins: ∂L/∂P says how L moves with each prediction, for ${houseName(context, 0)} ${worked(context, step, 'inputGradient')}.`;
    case 'backward':
      return backwardSentence(context, step.operation, houses);
    case 'update': {
      const count = learningOperations(context).reduce(
        (total, place) => total + (pass.trace.operations[place]?.parameter.values.length ?? 0),
        0,
      );
      const rate = formatNumber(pass.progress.learningRate, 4);
      const shape = context.operations[learningOperations(context)[updated] ?? 0];
      const first = shape?.kind === 'BiasAdd' ? 'bias' : 'weight';
      const name = (shape && parameterName(shape)) ?? '';
      return `The update moves all ${formatCount(count, 'parameter')} against their gradients, ${rate} times as far: the first ${first} of ${name} becomes ${worked(context, step, 'updated', updated)}.`;
    }
  }
}

function forwardSentence(context: PassContext, place: number, houses: string): string {
  const { operations, pass } = context;
  const shape = operations[place];
  const [input, output] = [outputName(operations, place - 1), outputName(operations, place)];
  const example = `for ${houseName(context, 0)}, unit 1: ${worked(context, { phase: 'forward', operation: place }, 'output')}`;
  switch (shape?.kind) {
    case 'WeightMultiply': {
      const traced = pass.trace.operations[place];
      const shapes = traced ? [shapeText(traced.input), shapeText(traced.parameter)] : [];
      return `ν multiplies ${input} ${shapes[0]} by ${parameterName(shape)} ${shapes[1]} into ${output}, ${example}.`;
    }
    case 'BiasAdd':
      return `+B adds each unit’s bias of ${parameterName(shape)} in every row of ${houses}, ${example}.`;
    case 'Sigmoid':
      return `σ squeezes every number of ${input} to between 0 and 1, ${example}.`;
    case 'Tanh':
      return `tanh squeezes every number of ${input} to between −1 and 1, ${example}.`;
    case 'ReLU':
      return `ReLU lets what is above 0 through and makes the rest 0, ${example}.`;
    case 'LeakyReLU':
      return `leaky ReLU lets what is above 0 through and a fifth of the rest, ${example}.`;
    default:
      return `The linear activation passes ${input} on unchanged as ${output}, ${example}.`;
  }
}

function backwardSentence(context: PassContext, place: number, houses: string): string {
  const { operations, recipe } = context;
  const shape = operations[place];
  if (shape === undefined) return '';
  const step: PassStep = { phase: 'backward', operation: place };
  const [input, output] = [outputName(operations, place - 1), outputName(operations, place)].map(gradientName);
  const unit = columnName(context, place - 1, 0);
  const name = parameterName(shape);
  switch (shape.kind) {
    case 'WeightMultiply':
      return `Back through ν: ${gradientName(name ?? '')}, from ${unit} to unit 1, sums over ${houses}, ${worked(context, step, 'gradient')}, and ${input} sums over the units.`;
    case 'BiasAdd':
      return recipe.quirks.summedBiasGradient
        ? `Back through +B: ${output} passes unchanged, but ${gradientName(name ?? '')} is summed over ${houses} and over the units too, one number for every bias, ${worked(context, step, 'gradient')}: the bug of chapter 2.`
        : `Back through +B: ${output} passes unchanged, and ${gradientName(name ?? '')} is its sum over ${houses}, for unit 1 ${worked(context, step, 'gradient')}.`;
    case 'Linear':
      return `Back through the linear activation: its slope is 1, so ${output} passes unchanged.`;
    default:
      return `Back through ${boxName(shape.kind)}: ${output} times the slope there, for ${houseName(context, 0)}, unit 1: ${worked(context, step, 'inputGradient')}.`;
  }
}

function worked(context: PassContext, step: PassStep, key: Element['key'], updated = 0): string {
  const found = arithmetic(context, step, { key, row: 0, column: 0 }, SPOKEN_TERMS, updated);
  return found === null ? '' : arithmeticText(found);
}

/** `M1 of house 12, unit 3`. */
export function elementName({ name, matrix, rowName, columnName }: PassArray, row: number, column: number): string {
  const isScalar = matrix.rows === 1 && matrix.columns === 1;
  return isScalar && name === 'L' ? 'L' : `${name} of ${rowName(row)}, ${columnName(column)}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
