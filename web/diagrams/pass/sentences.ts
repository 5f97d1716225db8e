/** Describes each step of a pass in one sentence, with the numbers of its first element. */
import { formatCount, formatNumber } from '../../charts/numbers/format';
import type { PassStep } from '../../state/inside/steps';
import { arithmetic, arithmeticText } from './arithmetic';
import { learnedParameters, type PassArray, partAt, passArrays } from './arrays';
import { boxName, boxTitle, columnName, gradientName, outputName, type PassContext, rowName, shapeText } from './names';
import { type ShownPart, sentenceOf, settingNumbers } from './parts';

/** The most terms of a sum in a sentence; more would be too long for a screen reader. */
const SPOKEN_TERMS = 2;

/** `batch 3 of epoch 1` or `row 12 alone`. */
export function passTitle(context: PassContext): string {
  const { source, progress } = context.pass;
  if (source !== 'next') return `${rowName(context, 0)} alone`;
  // After the last batch of an epoch the next one begins another epoch.
  return `batch ${progress.batchInEpoch + 1} of epoch ${progress.epoch + 1}`;
}

/** The title of the step: `Forward: ν of layer 1`. */
export function stepTitle({ operations }: PassContext, step: PassStep): string {
  switch (step.phase) {
    case 'enter':
      return 'The features enter';
    case 'forward':
    case 'backward': {
      const shape = operations[step.operation];
      const way = step.phase === 'forward' ? 'Forward' : 'Backward';
      return `${way}: ${shape === undefined ? '' : boxTitle(shape)}`;
    }
    case 'loss':
      return 'Forward: Λ, the loss';
    case 'loss-gradient':
      return 'Backward: Λ, the loss';
    case 'update':
      return 'The update';
  }
}

/** `updated` is the index of the parameter whose update is shown. */
export function stepSentence(context: PassContext, step: PassStep, updated: number): string {
  const part = partAt(context, step);
  return part === null ? entrySentence(context) : `${partSentence(context, step, updated, part)}.`;
}

function entrySentence(context: PassContext): string {
  const { recipe, pass } = context;
  const title = upperFirst(passTitle(context));
  const subject = pass.source === 'next' ? `${title}: ${formatCount(pass.rows.length, 'row')}` : title;
  const verb = pass.rows.length === 1 ? 'enters' : 'enter';
  const name = recipe.data.features[0];
  const first = pass.trace.operations[0]?.input.values[0] ?? Number.NaN;
  const features = formatCount(recipe.data.features.length, 'scaled feature');
  return `${subject} ${verb} as X with ${features}; ${name} of ${rowName(context, 0)} is ${formatNumber(first, 4)}.`;
}

/** The backward pass of an activation whose page has no sentence of its own. */
const THROUGH_AN_ACTIVATION = 'Back through {letter}: {outputGradient} times the slope there';

const SECTIONS = {
  forward: 'forward',
  loss: 'forward',
  backward: 'backward',
  'loss-gradient': 'backward',
  update: 'update',
} as const satisfies Partial<Record<PassStep['phase'], 'forward' | 'backward' | 'update'>>;

function partSentence(context: PassContext, step: PassStep, updated: number, part: ShownPart): string {
  if (step.phase === 'enter') return '';
  const text = sentenceOf(part.walk[SECTIONS[step.phase]], part) ?? THROUGH_AN_ACTIVATION;
  const results = passArrays(context, step, updated).filter(({ isResult }) => isResult);
  const isWorked = text.includes('{worked');
  const example = isWorked || results[0] === undefined ? '' : exampleOf(context, results[0]);
  return filled(`${text}${example}`, context, step, updated);
}

/** `, for row 12, unit 1: {worked output}`. */
function exampleOf(context: PassContext, { key, matrix }: PassArray): string {
  const unit = matrix.columns > 1 ? ', unit 1' : '';
  return `, for ${rowName(context, 0)}${unit}: {worked ${key}}`;
}

/** The sentence of a page, with the names and numbers of this network in its braces. */
function filled(text: string, context: PassContext, step: PassStep, updated: number): string {
  const arrays = new Map(passArrays(context, step, updated).map((array) => [array.key, array]));
  const words = new Map([...wordsOf(context, step, updated), ...settingWords(context, step)]);
  return text.replace(/\{([^}]+)\}/g, (_, wanted: string) => {
    const [, key] = /^worked (.+)$/.exec(wanted) ?? [];
    if (key !== undefined) return worked(context, step, key, updated);
    const [, shaped] = /^(.+) shape$/.exec(wanted) ?? [];
    const array = arrays.get(shaped ?? wanted);
    if (shaped !== undefined) return array === undefined ? '' : shapeText(array.matrix);
    return words.get(wanted) ?? array?.name ?? wanted;
  });
}

/** The words that sentences can use besides the names of the arrays of their step. */
function wordsOf(context: PassContext, step: PassStep, updated: number): ReadonlyMap<string, string> {
  const { operations, pass } = context;
  const all = learnedParameters(context);
  const learned = all[updated];
  const count = all.reduce((total, { traced }) => total + traced.value.values.length, 0);
  const place = 'operation' in step ? step.operation : operations.length - 1;
  const [input, output] = [outputName(operations, place - 1), outputName(operations, place)];
  const isLoss = step.phase === 'loss' || step.phase === 'loss-gradient';
  const shape = operations[place];
  return new Map([
    ['letter', isLoss || shape === undefined ? 'Λ' : boxName(shape)],
    ['input', isLoss ? 'P' : input],
    ['output', isLoss ? 'L' : output],
    ['inputGradient', gradientName(isLoss ? 'P' : input)],
    ['outputGradient', gradientName(output)],
    ['rows', formatCount(pass.rows.length, 'row')],
    ['feature', columnName(context, place - 1, 0)],
    ['parameters', formatCount(count, 'parameter')],
    ['parameter kind', learned?.shape.axes[0] === 'single' ? 'bias' : 'weight'],
  ]);
}

/** The part's settings that are numbers, by name, with as many digits as they need up to four. */
function settingWords(context: PassContext, step: PassStep): readonly (readonly [string, string])[] {
  const part = partAt(context, step);
  return part === null ? [] : settingNumbers(part).map(({ name, value }) => [name, `${Number(value.toPrecision(4))}`]);
}

function worked(context: PassContext, step: PassStep, key: string, updated: number): string {
  const found = arithmetic(context, step, { key, row: 0, column: 0 }, SPOKEN_TERMS, updated);
  return found === null ? '' : arithmeticText(found);
}

/** `M1 of row 12, unit 3`. */
export function elementName({ name, matrix, rowName, columnName }: PassArray, row: number, column: number): string {
  const isScalar = matrix.rows === 1 && matrix.columns === 1;
  return isScalar && name === 'L' ? 'L' : `${name} of ${rowName(row)}, ${columnName(column)}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
