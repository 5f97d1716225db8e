/** All quantities of a network, as terms and as the numbers of a pass. */
import walks from 'virtual:part-walks';
import type { OperationShape } from '../../../engine/types';
import type { Term } from '../../../explanations/explanation';
import { operationNamed } from '../../../explanations/parts';
import { optimiserOf } from '../../../recipe/chosen-parts';
import type { Recipe } from '../../../recipe/schema';
import { learnedParameters } from '../../pass/arrays';
import {
  boxTitle,
  gradientName,
  outputName,
  ownName,
  type PassContext,
  stateName,
  updatedName,
} from '../../pass/names';
import { operationPart, optimiserPart, settingNumbers } from '../../pass/parts';
import type { LiveTerm, LiveTerms } from '../live-terms';
import { nameMathml } from '../term-mathml';
import { termId } from './formulas';

interface Quantity {
  readonly name: string;
  readonly label: string;
}

/** The settings of the optimiser, and what it keeps for each parameter, before a step and after it. */
function optimiserQuantities(recipe: Recipe, operations: readonly OperationShape[]): readonly Quantity[] {
  const { subject, circumstances } = optimiserOf(recipe);
  const { letters = {}, labels = {} } = walks[subject] ?? {};
  const settings = Object.keys(circumstances).flatMap((name): Quantity[] => {
    const letter = letters[name];
    return letter === undefined ? [] : [{ name: letter, label: labels[name] ?? name }];
  });
  const state = Object.keys(letters).filter((array) => letters[`${array}′`] !== undefined);
  const kept = operations.flatMap(({ parameters }) =>
    parameters.flatMap(({ name: parameter }) =>
      state.flatMap((name): Quantity[] => {
        const own = stateName(name, parameter);
        return [
          { name: own, label: `the ${own} before the update` },
          { name: updatedName(own), label: `the ${own} after the update` },
        ];
      }),
    ),
  );
  return [...settings, ...kept];
}

/** What only one operation works with: its settings and a mask. */
function ownQuantities(shape: OperationShape): readonly Quantity[] {
  const { letters = {}, labels = {} } = walks[operationNamed(shape.name).subject] ?? {};
  return Object.entries(letters)
    .filter(([array]) => !FLOWING.has(array))
    .map(([array, letter]) => ({
      name: ownName(letter, shape),
      label: `${labels[array]}, in layer ${shape.layer + 1}`,
    }));
}

/** The arrays that every operation has. */
const FLOWING = new Set(['input', 'output', 'parameter', 'inputGradient', 'outputGradient', 'gradient']);

function quantities(recipe: Recipe, operations: readonly OperationShape[]): readonly Quantity[] {
  const forward = operations.flatMap((shape, place): Quantity[] => {
    const isLast = place === operations.length - 1;
    const label = isLast ? 'the predictions, one for each row' : `the output of ${boxTitle(shape)}`;
    const { word } = operationNamed(shape.name);
    const learned = shape.parameters.map(({ name }) => ({ name, label: `the ${word} of layer ${shape.layer + 1}` }));
    return [...learned, { name: outputName(operations, place), label }];
  });
  const all: readonly Quantity[] = [
    { name: 'X', label: 'the features, scaled, one row for each neighbourhood' },
    ...forward,
  ];
  return [
    ...all,
    { name: 'y', label: 'the true values' },
    { name: 'n', label: 'the number of rows' },
    { name: 'L', label: 'the loss' },
    ...all.map(({ name }) => ({ name: gradientName(name), label: `how the loss changes with each number of ${name}` })),
    ...operations.flatMap(ownQuantities),
    ...optimiserQuantities(recipe, operations),
    ...operations.flatMap(({ parameters }) =>
      parameters.map(({ name }) => ({ name: updatedName(name), label: `${name} after the update` })),
    ),
  ];
}

export function networkTerms(recipe: Recipe, operations: readonly OperationShape[]): readonly Term[] {
  return quantities(recipe, operations).map(({ name, label }): Term => {
    return { id: termId(name), label, symbol: `<math>${nameMathml(name)}</math>`, array: null };
  });
}

/** The numbers of the whole pass under the ids of those terms. */
export function networkLive(context: PassContext): LiveTerms {
  const { operations, pass } = context;
  const { trace } = pass;
  const found = new Map<string, LiveTerm>();
  const put = (name: string, value: LiveTerm['value']) => found.set(termId(name), { name, value });
  operations.forEach((_, place) => {
    const traced = trace.operations[place];
    if (traced === undefined) return;
    const input = outputName(operations, place - 1);
    put(input, traced.input);
    put(gradientName(input), traced.inputGradient);
    const [shape, part] = [operations[place] as OperationShape, operationPart(context, place)];
    for (const { letter, value } of settingNumbers(part)) put(ownName(letter, shape), value);
    for (const { name, value } of traced.internals) put(ownName(part.walk.letters[name] ?? name, shape), value);
  });
  for (const { shape, traced } of learnedParameters(context)) {
    put(shape.name, traced.value);
    put(gradientName(shape.name), traced.gradient);
    put(updatedName(shape.name), traced.updated);
    for (const { name, before, after } of traced.state) {
      put(stateName(name, shape.name), before);
      put(updatedName(stateName(name, shape.name)), after);
    }
  }
  put('P', trace.predictions);
  put('y', trace.targets);
  put('n', trace.predictions.rows);
  put('L', trace.loss);
  put(gradientName('P'), trace.lossGradient);
  for (const { letter, value } of settingNumbers(optimiserPart(context))) put(letter, value);
  return found;
}
