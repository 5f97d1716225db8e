/** All quantities of a network, as terms and as the numbers of a pass. */
import type { OperationShape } from '../../../engine/types';
import type { Term } from '../../../explanations/explanation';
import { descended } from '../../pass/arrays';
import { boxName, gradientName, outputName, type PassContext, parameterName, updatedName } from '../../pass/names';
import type { LiveTerm, LiveTerms } from '../live-terms';
import { nameMathml } from '../term-mathml';
import { termId } from './formulas';

interface Quantity {
  readonly name: string;
  readonly label: string;
}

function quantities(operations: readonly OperationShape[]): readonly Quantity[] {
  const forward = operations.flatMap((shape, place): Quantity[] => {
    const { layer, kind } = shape;
    const isLast = place === operations.length - 1;
    const name = outputName(operations, place);
    const label = isLast ? 'the predictions, one a row' : `what leaves ${boxName(kind)} of layer ${layer + 1}`;
    const parameter = parameterName(shape);
    if (parameter === null) return [{ name, label }];
    const words = `the ${kind === 'BiasAdd' ? 'biases' : 'weights'} of layer ${layer + 1}`;
    return [
      { name: parameter, label: words },
      { name, label },
    ];
  });
  const all: readonly Quantity[] = [{ name: 'X', label: 'the features, scaled, one house a row' }, ...forward];
  return [
    ...all,
    { name: 'y', label: 'the true values' },
    { name: 'n', label: 'the number of rows' },
    { name: 'L', label: 'the loss, the mean of the squared errors' },
    ...all.map(({ name }) => ({ name: gradientName(name), label: `how the loss moves with each number of ${name}` })),
    { name: 'η', label: 'the learning rate' },
    ...operations.flatMap((shape): Quantity[] => {
      const name = parameterName(shape);
      return name === null ? [] : [{ name: updatedName(name), label: `${name} after the update` }];
    }),
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
  operations.forEach((shape, place) => {
    const traced = trace.operations[place];
    if (traced === undefined) return;
    const input = outputName(operations, place - 1);
    put(input, traced.input);
    put(gradientName(input), traced.inputGradient);
    const parameter = parameterName(shape);
    if (parameter === null) return;
    put(parameter, traced.parameter);
    put(gradientName(parameter), traced.gradient);
    put(updatedName(parameter), descended(pass, traced));
  });
  put('P', trace.predictions);
  put('y', trace.targets);
  put('n', trace.predictions.rows);
  put('L', trace.loss);
  put(gradientName('P'), trace.lossGradient);
  put('η', progress.learningRate);
  return found;
}
