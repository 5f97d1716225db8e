/** The formulas of a whole network, line by line from its recipe: forward to the loss, backward, and the update. */
import type { OperationShape } from '../../../engine/types';
import type { Formula, Phase } from '../../../explanations/explanation';
import type { Recipe } from '../../../recipe/schema';
import { boxName, gradientName, outputName, parameterName, updatedName } from '../../pass/names';
import { nameMathml } from '../term-mathml';

/** The id of a quantity by its name: `∂L/∂W1` is `dW1`, `W1′` is `W1-after`. */
export function termId(name: string): string {
  return name.replace('∂L/∂', 'd').replace('′', '-after');
}

/** A quantity of the network, as a term. */
const term = (name: string): string => `<mrow class="term-${termId(name)}">${nameMathml(name)}</mrow>`;
const gradient = (name: string): string => term(gradientName(name));

const word = (text: string): string => `<mi mathvariant="normal">${text}</mi>`;
const sign = (text: string): string => `<mo>${text}</mo>`;
const number = (text: string | number): string => `<mn>${text}</mn>`;
const row = (...parts: readonly string[]): string => `<mrow>${parts.join('')}</mrow>`;
/** As high as the letters, not as the shapes below them. */
const bracket = (text: string): string => `<mo stretchy="false">${text}</mo>`;
const inBrackets = (...parts: readonly string[]): string => row(bracket('('), ...parts, bracket(')'));
const transposed = (piece: string): string => `<msup>${piece}<mi mathvariant="normal">T</mi></msup>`;
const fraction = (over: string, under: string): string => `<mfrac>${row(over)}${row(under)}</mfrac>`;
const applied = (name: string, ...parts: readonly string[]): string => row(word(name), inBrackets(...parts));
const summedOver = (what: string, piece: string): string =>
  row(`<munder>${sign('∑')}<mtext>${what}</mtext></munder>`, piece);

/** Iverson brackets: 1 if the condition is true, else 0. */
const truth = (...parts: readonly string[]): string => row(bracket('['), ...parts, bracket(']'));

function line(label: string, phase: Phase, ...parts: readonly string[]): Formula {
  return { label, phase, mathml: `<math display="block">${parts.join('')}</math>` };
}

function forwardPiece(shape: OperationShape, input: string): string {
  const parameter = parameterName(shape) ?? '';
  switch (shape.kind) {
    case 'WeightMultiply':
      return row(term(input), sign('·'), term(parameter));
    case 'BiasAdd':
      return row(term(input), sign('+'), term(parameter));
    case 'Sigmoid':
      return applied('σ', term(input));
    case 'Tanh':
      return applied('tanh', term(input));
    case 'ReLU':
      return applied('max', number(0), sign(','), term(input));
    case 'LeakyReLU':
      return applied('max', number(0.2), sign('·'), term(input), sign(','), term(input));
    case 'Linear':
      return term(input);
    default:
      return applied(boxName(shape.kind), term(input));
  }
}

/** The derivative of an activation at its input; null for one that is 1 everywhere. */
function slope(kind: string, input: string, output: string): string | null {
  switch (kind) {
    case 'Sigmoid':
      return row(term(output), sign('∘'), inBrackets(number(1), sign('−'), term(output)));
    case 'Tanh':
      return inBrackets(number(1), sign('−'), term(output), sign('∘'), term(output));
    case 'ReLU':
      return truth(term(input), sign('>'), number(0));
    case 'LeakyReLU':
      return inBrackets(
        truth(term(input), sign('>'), number(0)),
        sign('+'),
        number(0.2),
        truth(term(input), sign('≤'), number(0)),
      );
    case 'Linear':
      return null;
    default:
      return applied(`${boxName(kind)}′`, term(input));
  }
}

function backwardLines(shape: OperationShape, input: string, output: string, { quirks }: Recipe): Formula[] {
  const label = `${boxName(shape.kind)} of layer ${shape.layer + 1}, backward`;
  const back = (...parts: readonly string[]) => line(label, 'backward', ...parts);
  const parameter = parameterName(shape);
  if (shape.kind === 'WeightMultiply' && parameter !== null) {
    return [
      back(gradient(parameter), sign('='), transposed(term(input)), sign('·'), gradient(output)),
      back(gradient(input), sign('='), gradient(output), sign('·'), transposed(term(parameter))),
    ];
  }
  if (shape.kind === 'BiasAdd' && parameter !== null) {
    const over = quirks.summedBiasGradient ? 'rows and units' : 'rows';
    return [
      back(gradient(parameter), sign('='), summedOver(over, gradient(output))),
      back(gradient(input), sign('='), gradient(output)),
    ];
  }
  const bend = slope(shape.kind, input, output);
  return [back(gradient(input), sign('='), gradient(output), ...(bend === null ? [] : [sign('∘'), bend]))];
}

const error = inBrackets(term('P'), sign('−'), term('y'));

function lossGradient({ loss }: Recipe): string {
  const shares: Readonly<Record<Recipe['loss']['gradient'], readonly string[]>> = {
    mean: [fraction(number(2), term('n'))],
    sum: [number(2)],
    'half-sum': [],
  };
  return row(...shares[loss.gradient], error);
}

export function networkFormulas(recipe: Recipe, operations: readonly OperationShape[]): readonly Formula[] {
  const forward = operations.map((shape, place) => {
    const label = `${boxName(shape.kind)} of layer ${shape.layer + 1}`;
    const input = outputName(operations, place - 1);
    return line(label, 'forward', term(outputName(operations, place)), sign('='), forwardPiece(shape, input));
  });
  const squares = `<msup>${error}${number(2)}</msup>`;
  const loss = line(
    'Λ, the loss',
    'forward',
    term('L'),
    sign('='),
    fraction(number(1), term('n')),
    summedOver('rows', squares),
  );
  const lossBack = line('Λ, the loss, backward', 'backward', gradient('P'), sign('='), lossGradient(recipe));
  const backward = operations
    .map((shape, place) =>
      backwardLines(shape, outputName(operations, place - 1), outputName(operations, place), recipe),
    )
    .reverse();
  const update = operations.flatMap((shape) => {
    const name = parameterName(shape);
    if (name === null) return [];
    return [
      line(
        `The update of ${name}`,
        'update',
        term(updatedName(name)),
        sign('='),
        term(name),
        sign('−'),
        term('η'),
        gradient(name),
      ),
    ];
  });
  return [...forward, loss, lossBack, ...backward.flat(), ...update];
}
