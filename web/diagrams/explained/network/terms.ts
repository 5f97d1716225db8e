/** All quantities of a network, as terms and as the numbers of a pass. */
import type { OperationShape } from '../../../engine/types';
import type { Term } from '../../../explanations/explanation';
import { operationNamed } from '../../../explanations/parts';
import { learnedParameters } from '../../pass/arrays';
import { boxTitle, gradientName, outputName, type PassContext, stateName, updatedName } from '../../pass/names';
import type { LiveTerm, LiveTerms } from '../live-terms';
import { nameMathml } from '../term-mathml';
import { termId } from './formulas';

interface Quantity {
  readonly name: string;
  readonly label: string;
}

function quantities(operations: readonly OperationShape[]): readonly Quantity[] {
  const forward = operations.flatMap((shape, place): Quantity[] => {
    const isLast = place === operations.length - 1;
    const label = isLast ? 'the predictions, one a row' : `what leaves ${boxTitle(shape)}`;
    const { word } = operationNamed(shape.name);
    const learned = shape.parameters.map(({ name }) => ({ name, label: `the ${word} of layer ${shape.layer + 1}` }));
    return [...learned, { name: outputName(operations, place), label }];
  });
  const all: readonly Quantity[] = [{ name: 'X', label: 'the features, scaled, one house a row' }, ...forward];
  return [
    ...all,
    { name: 'y', label: 'the true values' },
    { name: 'n', label: 'the number of rows' },
    { name: 'L', label: 'the loss' },
    ...all.map(({ name }) => ({ name: gradientName(name), label: `how the loss changes with each number of ${name}` })),
    { name: 'η', label: 'the learning rate' },
    ...operations.flatMap(({ parameters }) =>
      parameters.map(({ name }) => ({ name: updatedName(name), label: `${name} after the update` })),
    ),
  ];
}

export function networkTerms(operations: readonly OperationShape[]): readonly Term[] {
  return quantities(operations).map(({ name, label }): Term => {
    return { id: termId(name), label, symbol: `<math>${nameMathml(name)}</math>`, array: null };
  });
}

/** The numbers of the whole pass under the ids of those terms. */
export function networkLive(context: PassContext): LiveTerms {
  const { operations, pass } = context;
  const { trace, progress } = pass;
  const found = new Map<string, LiveTerm>();
  const put = (name: string, value: LiveTerm['value']) => found.set(termId(name), { name, value });
  operations.forEach((_, place) => {
    const traced = trace.operations[place];
    if (traced === undefined) return;
    const input = outputName(operations, place - 1);
    put(input, traced.input);
    put(gradientName(input), traced.inputGradient);
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
  put('η', progress.learningRate);
  return found;
}
