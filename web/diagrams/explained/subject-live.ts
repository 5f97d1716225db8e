/** The numbers of a pass under the names that explanations of its parts have for them. */
import { layerParameters } from '../../recipe/widths';
import { learnedParameters } from '../pass/arrays';
import { gradientName, outputName, ownName, type PassContext, stateName, updatedName } from '../pass/names';
import { operationPart, optimiserPart, settingNumbers } from '../pass/parts';
import type { LiveTerm, LiveTerms } from './live-terms';

type Named = readonly [key: string, name: string, value: LiveTerm['value']];

const named = (...all: readonly Named[]): LiveTerms => new Map(all.map(([key, name, value]) => [key, { name, value }]));

/** An operation's parameters and gradients, by the names arithmetic has for them. */
function parametersLive(context: PassContext, operation: number): readonly Named[] {
  const own = learnedParameters(context).filter((learned) => learned.operation === operation);
  return own.flatMap(({ shape, traced }, place): Named[] => {
    const symbol = place === 0 ? '' : ` ${shape.symbol}`;
    return [
      [`parameter${symbol}`, shape.name, traced.value],
      [`gradient${symbol}`, gradientName(shape.name), traced.gradient],
    ];
  });
}

/** The arrays of one operation, forward and back. */
export function operationLive(context: PassContext, place: number): LiveTerms {
  const { operations, pass } = context;
  const [shape, traced] = [operations[place], pass.trace.operations[place]];
  if (shape === undefined || traced === undefined) return named();
  const part = operationPart(context, place);
  const [input, output] = [outputName(operations, place - 1), outputName(operations, place)];
  return named(
    ['input', input, traced.input],
    ['output', output, traced.output],
    ['outputGradient', gradientName(output), traced.outputGradient],
    ['inputGradient', gradientName(input), traced.inputGradient],
    ...parametersLive(context, place),
    ...traced.internals.map(
      ({ name, value }) => [name, ownName(part.walk.letters[name] ?? name, shape), value] as const,
    ),
    ...settingNumbers(part).map(({ name, letter, value }) => [name, ownName(letter, shape), value] as const),
  );
}

/** From the first of a layer's boxes to its last; its parameters by what its type calls them, `weights` and `bias`. */
export function layerLive(context: PassContext, layer: number): LiveTerms {
  const { operations, pass, recipe } = context;
  const first = operations.findIndex((shape) => shape.layer === layer);
  const last = operations.findLastIndex((shape) => shape.layer === layer);
  const [enters, leaves] = [pass.trace.operations[first], pass.trace.operations[last]];
  if (enters === undefined || leaves === undefined) return named();
  const [input, output] = [outputName(operations, first - 1), outputName(operations, last)];
  const meanings = new Map((layerParameters(recipe)[layer] ?? []).map(({ name, meaning }) => [name, meaning]));
  const parameters = learnedParameters(context).flatMap(({ shape, traced }): Named[] => {
    const id = meanings.get(shape.name);
    if (shape.layer !== layer || id === undefined) return [];
    return [
      [id, shape.name, traced.value],
      [`${id}-gradient`, gradientName(shape.name), traced.gradient],
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

/** What the loss and the metrics compare, and what goes back. */
export function lossLive({ pass: { trace } }: PassContext): LiveTerms {
  return named(
    ['predictions', 'P', trace.predictions],
    ['targets', 'y', trace.targets],
    ['output', 'L', trace.loss],
    ['inputGradient', gradientName('P'), trace.lossGradient],
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
  const learned = learnedParameters(context)[updated];
  if (learned === undefined) return named();
  const { shape, traced } = learned;
  return named(
    ['parameter', shape.name, traced.value],
    ['gradient', gradientName(shape.name), traced.gradient],
    ['updated', updatedName(shape.name), traced.updated],
    ...settingNumbers(optimiserPart(context)).map(({ name, letter, value }) => [name, letter, value] as const),
    ...traced.state.flatMap(({ name, before, after }): Named[] => {
      const kept = stateName(name, shape.name);
      return [
        [name, kept, before],
        [`${name}′`, updatedName(kept), after],
      ];
    }),
  );
}

/** The features as they enter the network; `id` is the term that stands for them. */
export function featuresLive({ pass: { trace } }: PassContext, id: 'scaled' | 'features'): LiveTerms {
  const first = trace.operations[0];
  return first === undefined ? named() : named([id, 'X', first.input]);
}
