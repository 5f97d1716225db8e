/** The arrays a step of a pass is about, with every row and column named. */
import type { Axis, Matrix, OperationShape, OperationTrace, ParameterShape, ParameterTrace } from '../../engine/types';
import type { ArrayKey, Element } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import {
  columnName,
  gradientName,
  outputName,
  ownName,
  type PassContext,
  rowName,
  stateName,
  updatedName,
} from './names';
import { lossPart, operationPart, optimiserPart, rulesOf, type ShownPart } from './parts';

export interface PassArray {
  readonly key: ArrayKey;
  /** `M1`, `∂L/∂W1`, … */
  readonly name: string;
  readonly matrix: Matrix;
  /** The step computes it, so its numbers follow from the other arrays. */
  readonly isResult: boolean;
  readonly rowName: (row: number) => string;
  readonly columnName: (column: number) => string;
}

/** One of the parameters of the network, with its operation's place and what the pass knows of it. */
export interface LearnedParameter {
  readonly operation: number;
  readonly shape: ParameterShape;
  readonly traced: ParameterTrace;
}

/** All parameters of the network, in its order. */
export function learnedParameters({ operations, pass }: PassContext): readonly LearnedParameter[] {
  return operations.flatMap(({ parameters }, operation) =>
    parameters.flatMap((shape, i) => {
      const traced = pass.trace.operations[operation]?.parameters[i];
      return traced === undefined ? [] : [{ operation, shape, traced }];
    }),
  );
}

/** The operations that learn something, by their places in the network. */
export function learningOperations({ operations }: PassContext): readonly number[] {
  return operations.flatMap(({ parameters }, place) => (parameters.length > 0 ? [place] : []));
}

/** The key of an array of an operation's parameter: the first goes without its symbol. */
const keyOf = (array: 'parameter' | 'gradient', { symbol }: ParameterShape, place: number): ArrayKey =>
  place === 0 ? array : `${array} ${symbol}`;

/** Results last, and before them the arrays that they are made of; `updated` counts the parameters. */
export function passArrays(context: PassContext, step: PassStep, updated: number): readonly PassArray[] {
  switch (step.phase) {
    case 'enter':
      return [{ ...flow(context, -1, 'output'), isResult: true }];
    case 'forward':
      return forwardArrays(context, step.operation);
    case 'loss':
      return [...comparedArrays(context), lossArray(context)];
    case 'loss-gradient':
      return [...comparedArrays(context), lossGradientArray(context)];
    case 'backward':
      return backwardArrays(context, step.operation);
    case 'update':
      return updateArrays(context, updated);
  }
}

/** The followed element: the wanted one, as near as the arrays allow, else the first of the result. */
export function followed(arrays: readonly PassArray[], wanted: Element | null): { array: PassArray; element: Element } {
  const array = arrays.find(({ key }) => key === wanted?.key) ?? (arrays.find(({ isResult }) => isResult) as PassArray);
  const { rows, columns } = array.matrix;
  const row = Math.min(wanted?.row ?? 0, rows - 1);
  const column = Math.min(wanted?.column ?? 0, columns - 1);
  return { array, element: { key: array.key, row, column } };
}

/** The keys of the arrays that the arithmetic of these results uses. */
function usedKeys(part: ShownPart, results: readonly PassArray[]): ReadonlySet<string> {
  const pieces = results
    .flatMap(({ key }) => rulesOf(part, key))
    .flatMap(({ body, after, ifPositive }) => [...body, ...after, ifPositive ?? '']);
  return new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.array])));
}

const result = (array: PassArray): PassArray => ({ ...array, isResult: true });

function forwardArrays(context: PassContext, operation: number): readonly PassArray[] {
  const output = result(flow(context, operation, 'output'));
  const used = usedKeys(operationPart(context, operation), [output]);
  const others = [...parameterArrays(context, operation, 'parameter'), ...internalArrays(context, operation)];
  return [flow(context, operation - 1, 'input'), ...others.filter(({ key }) => used.has(key)), output];
}

function backwardArrays(context: PassContext, operation: number): readonly PassArray[] {
  const results = [
    result(backwardFlow(context, operation - 1, 'inputGradient')),
    ...parameterArrays(context, operation, 'gradient').map(result),
  ];
  const used = usedKeys(operationPart(context, operation), results);
  const others = [
    flow(context, operation - 1, 'input'),
    flow(context, operation, 'output'),
    ...parameterArrays(context, operation, 'parameter'),
    ...internalArrays(context, operation),
  ];
  return [backwardFlow(context, operation, 'outputGradient'), ...others.filter(({ key }) => used.has(key)), ...results];
}

function updateArrays(context: PassContext, updated: number): readonly PassArray[] {
  const learned = learnedParameters(context)[updated];
  if (learned === undefined) return [];
  const { shape, traced } = learned;
  const array = (key: ArrayKey, name: string, matrix: Matrix): PassArray => ({
    ...parameterNames(context, learned),
    ...{ key, name, matrix, isResult: false },
  });
  return [
    array('parameter', shape.name, traced.value),
    array('gradient', gradientName(shape.name), traced.gradient),
    ...traced.state.map(({ name, before }) => array(name, stateName(name, shape.name), before)),
    ...traced.state.map(({ name, after }) =>
      result(array(`${name}′`, updatedName(stateName(name, shape.name)), after)),
    ),
    result(array('updated', `${shape.name} after`, traced.updated)),
  ];
}

/** What runs on the edge behind an operation; -1 for the features. */
function flow(context: PassContext, operation: number, key: ArrayKey): PassArray {
  const { trace } = context.pass;
  const matrix = trace.operations[operation]?.output ?? (trace.operations[0] as OperationTrace).input;
  return {
    key,
    name: outputName(context.operations, operation),
    matrix,
    isResult: false,
    rowName: (row) => rowName(context, row),
    columnName: (column) => columnName(context, operation, column),
  };
}

/** What runs back on that edge. */
function backwardFlow(context: PassContext, operation: number, key: ArrayKey): PassArray {
  const { trace } = context.pass;
  const forward = flow(context, operation, key);
  const matrix = trace.operations[operation]?.outputGradient ?? (trace.operations[0] as OperationTrace).inputGradient;
  return { ...forward, name: gradientName(forward.name), matrix };
}

/** What an operation worked with besides its input and parameters, a number for each of its outputs. */
function internalArrays(context: PassContext, operation: number): readonly PassArray[] {
  const { shape, traced } = operationAt(context, operation);
  const { letters } = operationPart(context, operation).walk;
  const output = flow(context, operation, 'output');
  return traced.internals.map(({ name, value }) => {
    return { ...output, key: name, name: ownName(letters[name] ?? name, shape), matrix: value };
  });
}

/** The predictions and what they are compared with. */
function comparedArrays(context: PassContext): readonly PassArray[] {
  const { trace } = context.pass;
  const predictions = flow(context, context.operations.length - 1, 'predictions');
  const targets = { ...predictions, key: 'targets', name: 'y', matrix: trace.targets };
  return [predictions, { ...targets, columnName: () => context.recipe.data.target }];
}

function lossArray({ pass: { trace } }: PassContext): PassArray {
  const matrix: Matrix = { rows: 1, columns: 1, values: Float64Array.of(trace.loss) };
  const one = () => 'the batch';
  return { key: 'output', name: 'L', matrix, isResult: true, rowName: one, columnName: () => 'loss' };
}

function lossGradientArray(context: PassContext): PassArray {
  const { lossGradient } = context.pass.trace;
  return { ...result(backwardFlow(context, context.operations.length - 1, 'inputGradient')), matrix: lossGradient };
}

/** An operation's parameters, or their gradients. */
function parameterArrays(
  context: PassContext,
  operation: number,
  array: 'parameter' | 'gradient',
): readonly PassArray[] {
  const own = learnedParameters(context).filter((learned) => learned.operation === operation);
  return own.map((learned, place): PassArray => {
    const { shape, traced } = learned;
    const isValue = array === 'parameter';
    return {
      key: keyOf(array, shape, place),
      name: isValue ? shape.name : gradientName(shape.name),
      matrix: isValue ? traced.value : traced.gradient,
      isResult: false,
      ...parameterNames(context, learned),
    };
  });
}

/** The names of a parameter's rows and columns, by what its axes stand for. */
function parameterNames(context: PassContext, { operation, shape }: LearnedParameter) {
  const [rows, columns] = shape.axes;
  return { rowName: lineName(context, operation, rows), columnName: lineName(context, operation, columns) };
}

function lineName(context: PassContext, operation: number, axis: Axis): (place: number) => string {
  switch (axis) {
    case 'input':
      return (place) => columnName(context, operation - 1, place);
    case 'unit':
      return (place) => columnName(context, operation, place);
    case 'single':
      return () => (context.operations[operation]?.role === 'bias' ? 'bias' : 'every row');
  }
}

/** The part at work in a step; null where the features enter. */
export function partAt(context: PassContext, step: PassStep): ShownPart | null {
  switch (step.phase) {
    case 'enter':
      return null;
    case 'forward':
    case 'backward':
      return operationPart(context, step.operation);
    case 'loss':
    case 'loss-gradient':
      return lossPart(context);
    case 'update':
      return optimiserPart(context);
  }
}

/** An operation of the pass with its shape; error RangeError where there is none. */
export function operationAt(
  { operations, pass }: PassContext,
  place: number,
): {
  readonly shape: OperationShape;
  readonly traced: OperationTrace;
} {
  const [shape, traced] = [operations[place], pass.trace.operations[place]];
  if (shape === undefined || traced === undefined) throw new RangeError(`The pass has no operation ${place}.`);
  return { shape, traced };
}
