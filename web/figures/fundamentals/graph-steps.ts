/**
 * A pass through a graph of boxes, counted as the course counts it: forward one step for each box; backward one for
 * each box’s own derivative and one for each product of the chain rule. Linear regression has 3 and 7, the network 6
 * and 17.
 */
import { boxName, gradientName, outputName, type PassContext, rowName } from '../../diagrams/pass/names';
import type { Matrix, OperationShape, OperationTrace, ParameterTrace } from '../../engine/types';
import { type OperationRole, operationNamed } from '../../explanations/parts';
import type { ArrayKey } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';

export interface GraphStep {
  readonly way: 'forward' | 'backward';
  /** `M1`, `∂M1/∂W1`, `∂L/∂W1`, … */
  readonly name: string;
  readonly formula: string;
  readonly matrix: Matrix;
  /** The parts of the picture to highlight. */
  readonly pass: PassStep;
  /** The place of this array in the engine’s trace; null for a box’s own derivative. */
  readonly key: ArrayKey | null;
  /** The text for a box’s own derivative; empty for the others, which show numbers. */
  readonly says: string;
  readonly rowName: (row: number) => string;
  readonly columnName: (column: number) => string;
}

/** One box with everything that its steps need. */
interface Box {
  readonly context: PassContext;
  readonly operation: number;
  readonly shape: OperationShape;
  readonly traced: OperationTrace;
  /** Names of its input, its output, and its parameter. */
  readonly input: string;
  readonly output: string;
  readonly parameter: string;
}

/** The context of a network whose last box, `linear`, passes its input on: without that box, as the course draws it. */
export function withoutLastLinear(context: PassContext): PassContext {
  const { operations, pass } = context;
  const last = operations.at(-1);
  if (last === undefined || !('passesOn' in operationNamed(last.name))) return context;
  const trace = { ...pass.trace, operations: pass.trace.operations.slice(0, -1) };
  return { ...context, operations: operations.slice(0, -1), pass: { ...pass, trace } };
}

/** For the course's network: weighted sums, biases and sigmoids, then the loss. */
export function graphSteps(context: PassContext): readonly GraphStep[] {
  const boxes = context.operations.map((_, operation) => boxAt(context, operation));
  return [
    ...boxes.map(forwardStep),
    lossStep(context),
    lossGradientStep(context),
    ...boxes.reverse().flatMap((box) => backwardSteps(box)),
  ];
}

function boxAt(context: PassContext, operation: number): Box {
  return {
    context,
    operation,
    shape: context.operations[operation] as OperationShape,
    traced: context.pass.trace.operations[operation] as OperationTrace,
    input: outputName(context.operations, operation - 1),
    output: outputName(context.operations, operation),
    parameter: context.operations[operation]?.parameters[0]?.name ?? '',
  };
}

const rowNames = (context: PassContext) => (row: number) => rowName(context, row);
const units = (column: number): string => `unit ${column + 1}`;
/** The names of the columns of a box’s input. */
const inputs = ({ context, operation }: Box) =>
  operation === 0 ? (column: number) => context.recipe.data.features[column] ?? '' : units;

function forwardStep(box: Box): GraphStep {
  const { context, operation, shape, traced, input, output, parameter } = box;
  const letter = boxName(shape);
  const formulas: Readonly<Record<OperationRole, string>> = {
    weights: `${letter}(${input}, ${parameter}) = ${input} · ${parameter}`,
    bias: `${input} + ${parameter}, in every row`,
    activation: `${letter}(${input})`,
    regulariser: `${letter}(${input})`,
  };
  return {
    way: 'forward',
    name: output,
    formula: `${output} = ${formulas[shape.role]}`,
    matrix: traced.output,
    pass: { phase: 'forward', operation },
    key: 'output',
    says: '',
    rowName: rowNames(context),
    columnName: output === 'P' ? () => 'price' : units,
  };
}

function lossStep({ pass: { trace } }: PassContext): GraphStep {
  return {
    way: 'forward',
    name: 'L',
    formula: 'L = Λ(P, y) = mean of (y − P)²',
    matrix: { rows: 1, columns: 1, values: Float64Array.of(trace.loss) },
    pass: { phase: 'loss' },
    key: 'output',
    says: '',
    rowName: () => 'the batch',
    columnName: () => 'loss',
  };
}

const LOSS_SLOPES: Readonly<Record<string, string>> = {
  mean: '−2(y − P) / rows',
  sum: '−2(y − P)',
  'half-sum': '−(y − P)',
};

function lossGradientStep(context: PassContext): GraphStep {
  return {
    way: 'backward',
    name: '∂L/∂P',
    formula: `∂L/∂P = ${LOSS_SLOPES[context.recipe.loss.gradient]}`,
    matrix: context.pass.trace.lossGradient,
    pass: { phase: 'loss-gradient' },
    key: 'inputGradient',
    says: '',
    rowName: rowNames(context),
    columnName: () => 'price',
  };
}

function backwardSteps(box: Box): readonly GraphStep[] {
  switch (box.shape.role) {
    case 'weights':
      return weightSteps(box);
    case 'bias':
      return biasSteps(box);
    default:
      return sigmoidSteps(box);
  }
}

function weightSteps(box: Box): readonly GraphStep[] {
  const { context, operation, traced, input, output, parameter: name } = box;
  const { value } = traced.parameters[0] as ParameterTrace;
  const own = local(box, name, transposed(traced.input), `${input}ᵀ`, {
    says: `The derivative of a product is the other factor, here the input of the weight: ${input}, transposed so that the shapes fit.`,
    rowName: inputs(box),
    columnName: rowNames(context),
  });
  const weights = result(box, name, 'gradient', `∂${output}/∂${name} · ${gradientName(output)}`, {
    rowName: inputs(box),
    columnName: units,
  });
  // No parameter needs ∂L/∂X, so the course stops here.
  if (operation === 0) return [own, weights];
  return [
    own,
    weights,
    local(box, input, transposed(value), `${name}ᵀ`, {
      says: `The derivative of a product is the other factor, here the weight of the input: ${name}, transposed.`,
      rowName: (row) => (output === 'P' ? 'price' : units(row)),
      columnName: inputs(box),
    }),
    result(box, input, 'inputGradient', `${gradientName(output)} · ∂${output}/∂${input}`, {
      rowName: rowNames(context),
      columnName: inputs(box),
    }),
  ];
}

function biasSteps(box: Box): readonly GraphStep[] {
  const { context, traced, input, output, parameter: name } = box;
  const { value } = traced.parameters[0] as ParameterTrace;
  const isSummed = context.recipe.quirks.summedBiasGradient && value.columns > 1;
  const product = `${gradientName(output)} ∘ ∂${output}/∂${name}`;
  return [
    local(box, input, ones(traced.input), '1', {
      says: `The derivative of a sum is 1 everywhere: ones, in the shape of ${input}.`,
      rowName: rowNames(context),
      columnName: units,
    }),
    result(box, input, 'inputGradient', `${gradientName(output)} ∘ ∂${output}/∂${input}`, {
      rowName: rowNames(context),
      columnName: units,
    }),
    local(box, name, ones(value), '1', {
      says: `Ones again, in the shape of ${name}.`,
      rowName: () => 'bias',
      columnName: units,
    }),
    result(box, name, 'gradient', `${product}, summed over the rows${isSummed ? ' and over the units: the bug' : ''}`, {
      rowName: () => 'bias',
      columnName: units,
    }),
  ];
}

function sigmoidSteps(box: Box): readonly GraphStep[] {
  const { context, traced, input, output } = box;
  const slopes = { ...traced.output, values: traced.output.values.map((value) => value * (1 - value)) };
  const names = { rowName: rowNames(context), columnName: units };
  return [
    local(box, input, slopes, `${output} ∘ (1 − ${output})`, {
      says: 'The slope of the sigmoid, computed from its outputs; it is at most 0.25.',
      ...names,
    }),
    result(box, input, 'inputGradient', `${gradientName(output)} ∘ ∂${output}/∂${input}`, names),
  ];
}

/** A box’s own derivative with respect to one of its inputs. */
function local(
  { operation, output }: Box,
  of: string,
  matrix: Matrix,
  formula: string,
  words: Pick<GraphStep, 'says' | 'rowName' | 'columnName'>,
): GraphStep {
  const name = `∂${output}/∂${of}`;
  const pass: PassStep = { phase: 'backward', operation };
  return { way: 'backward', name, formula: `${name} = ${formula}`, matrix, pass, key: null, ...words };
}

/** The result of the chain rule, from the engine’s trace. */
function result(
  { operation, traced }: Box,
  of: string,
  key: 'inputGradient' | 'gradient',
  formula: string,
  words: Pick<GraphStep, 'rowName' | 'columnName'>,
): GraphStep {
  const name = gradientName(of);
  const pass: PassStep = { phase: 'backward', operation };
  const gradient = traced.parameters[0]?.gradient;
  const matrix = key === 'gradient' && gradient !== undefined ? gradient : traced.inputGradient;
  return { way: 'backward', name, formula: `${name} = ${formula}`, matrix, pass, key, says: '', ...words };
}

function ones({ rows, columns }: Matrix): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns).fill(1) };
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = Float64Array.from({ length: values.length }, (_, i) => {
    return values[(i % rows) * columns + Math.floor(i / rows)] as number;
  });
  return { rows: columns, columns: rows, values: turned };
}
