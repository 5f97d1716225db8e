/** The numbers of a pass under the term ids of the explanations of its parts. */
import type { OperationTrace } from '../../engine/types';
import { descended, learningOperations } from '../pass/arrays';
import { gradientName, outputName, type PassContext, parameterName, updatedName } from '../pass/names';
import type { LiveTerm, LiveTerms } from './live-terms';

type Named = readonly [key: string, name: string, value: LiveTerm['value']];

const named = (...all: readonly Named[]): LiveTerms => new Map(all.map(([key, name, value]) => [key, { name, value }]));

/** The arrays of one operation, forward and backward. */
export function operationLive({ operations, pass }: PassContext, place: number): LiveTerms {
  const shape = operations[place];
  const traced = pass.trace.operations[place];
  if (shape === undefined || traced === undefined) return named();
  const [input, output] = [outputName(operations, place - 1), outputName(operations, place)];
  const parameter = parameterName(shape);
  return named(
    ['input', input, traced.input],
    ['output', output, traced.output],
    ['outputGradient', gradientName(output), traced.outputGradient],
    ['inputGradient', gradientName(input), traced.inputGradient],
    ...(parameter === null
      ? []
      : ([
          ['parameter', parameter, traced.parameter],
          ['gradient', gradientName(parameter), traced.gradient],
        ] as const)),
  );
}

/** The arrays of a layer, from its first operation to its last. */
export function layerLive({ operations, pass }: PassContext, layer: number): LiveTerms {
  const first = operations.findIndex((shape) => shape.layer === layer);
  const last = operations.findLastIndex((shape) => shape.layer === layer);
  const [enters, leaves] = [pass.trace.operations[first], pass.trace.operations[last]];
  if (enters === undefined || leaves === undefined) return named();
  const [input, output] = [outputName(operations, first - 1), outputName(operations, last)];
  const parameters = operations.flatMap((shape, place): Named[] => {
    const name = parameterName(shape);
    const traced = pass.trace.operations[place];
    if (shape.layer !== layer || name === null || traced === undefined) return [];
    const id = shape.kind === 'BiasAdd' ? 'bias' : 'weights';
    return [
      [id, name, traced.parameter],
      [`${id}-gradient`, gradientName(name), traced.gradient],
    ];
  });
  return named(
    ['input', input, enters.input],
    ['output', output, leaves.output],
    ['outputGradient', gradientName(output), leaves.outputGradient],
    ['inputGradient', gradientName(input), enters.inputGradient],
    ...parameters,
  );
}

/** What the loss and the metrics compare, and the gradient of the loss. */
export function lossLive({ recipe, pass: { trace } }: PassContext): LiveTerms {
  const factors = { mean: 2 / trace.predictions.rows, sum: 2, 'half-sum': 1 };
  return named(
    ['predictions', 'P', trace.predictions],
    ['targets', 'y', trace.targets],
    ['output', 'L', trace.loss],
    ['inputGradient', gradientName('P'), trace.lossGradient],
    ['factor', 'c', factors[recipe.loss.gradient]],
    ['rows', 'n', trace.predictions.rows],
  );
}

/** What a metric compares. Its value is over all rows of a set, so it is not part of a pass. */
export function metricLive({ pass: { trace } }: PassContext): LiveTerms {
  return named(
    ['predictions', 'P', trace.predictions],
    ['targets', 'y', trace.targets],
    ['rows', 'n', trace.predictions.rows],
  );
}

/** The update of one parameter; `updated` counts the parameters. */
export function updateLive(context: PassContext, updated: number): LiveTerms {
  const { operations, pass } = context;
  const place = learningOperations(context)[updated] ?? 0;
  const traced = pass.trace.operations[place] as OperationTrace;
  const shape = operations[place];
  const parameter = (shape && parameterName(shape)) ?? '';
  return named(
    ['parameter', parameter, traced.parameter],
    ['gradient', gradientName(parameter), traced.gradient],
    ['updated', updatedName(parameter), descended(pass, traced)],
    ['learningRate', 'η', pass.progress.learningRate],
  );
}

/** The features as they enter the network; `id` is the term that stands for them. */
export function featuresLive({ pass: { trace } }: PassContext, id: 'scaled' | 'features'): LiveTerms {
  const first = trace.operations[0];
  return first === undefined ? named() : named([id, 'X', first.input]);
}
