/** The arrays of a step of a pass, with names for every row and column. */
import type { Matrix, OperationTrace } from '../../engine/types';
import type { ArrayKey, Element, Pass } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { columnName, gradientName, houseName, outputName, type PassContext, parameterName } from './names';

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

/** The operations with parameters, by their index in the network. */
export function learningOperations({ operations }: PassContext): readonly number[] {
  return operations.flatMap((shape, place) => (parameterName(shape) === null ? [] : [place]));
}

/** `updated`: the parameter whose update is on show, counted among the operations with parameters. */
export function passArrays(context: PassContext, step: PassStep, updated: number): readonly PassArray[] {
  const { trace } = context.pass;
  switch (step.phase) {
    case 'enter':
      return [flow(context, -1, 'output', true)];
    case 'forward':
      return [
        flow(context, step.operation - 1, 'input'),
        ...parameterArrays(context, step.operation, ['parameter']),
        flow(context, step.operation, 'output', true),
      ];
    case 'loss': {
      const loss: Matrix = { rows: 1, columns: 1, values: Float64Array.of(trace.loss) };
      const one = () => 'the batch';
      return [
        flow(context, lastOperation(context), 'input'),
        targets(context),
        { key: 'output', name: 'L', matrix: loss, isResult: true, rowName: one, columnName: () => 'loss' },
      ];
    }
    case 'loss-gradient':
      return [
        flow(context, lastOperation(context), 'input'),
        targets(context),
        { ...backwardFlow(context, lastOperation(context), 'inputGradient', true), matrix: trace.lossGradient },
      ];
    case 'backward':
      return backwardArrays(context, step.operation);
    case 'update': {
      const operation = learningOperations(context)[updated] ?? 0;
      return parameterArrays(context, operation, ['parameter', 'gradient', 'updated']);
    }
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

function lastOperation({ operations }: PassContext): number {
  return operations.length - 1;
}

/** The array on the edge after an operation; -1 for the features. */
function flow(context: PassContext, operation: number, key: ArrayKey, isResult = false): PassArray {
  const { trace } = context.pass;
  const matrix = trace.operations[operation]?.output ?? (trace.operations[0] as OperationTrace).input;
  return {
    key,
    name: outputName(context.operations, operation),
    matrix,
    isResult,
    rowName: (row) => houseName(context, row),
    columnName: (column) => columnName(context, operation, column),
  };
}

/** The gradient on that edge. */
function backwardFlow(context: PassContext, operation: number, key: ArrayKey, isResult = false): PassArray {
  const { trace } = context.pass;
  const forward = flow(context, operation, key, isResult);
  const matrix = trace.operations[operation]?.outputGradient ?? (trace.operations[0] as OperationTrace).inputGradient;
  return { ...forward, name: gradientName(forward.name), matrix };
}

function backwardArrays(context: PassContext, operation: number): readonly PassArray[] {
  const kind = context.operations[operation]?.kind;
  const comes = backwardFlow(context, operation, 'outputGradient');
  const leaves = backwardFlow(context, operation - 1, 'inputGradient', true);
  switch (kind) {
    case 'WeightMultiply':
      return [
        comes,
        flow(context, operation - 1, 'input'),
        ...parameterArrays(context, operation, ['parameter']),
        leaves,
        ...parameterArrays(context, operation, ['gradient']).map((array) => ({ ...array, isResult: true })),
      ];
    case 'BiasAdd':
      return [
        comes,
        leaves,
        ...parameterArrays(context, operation, ['gradient']).map((array) => ({ ...array, isResult: true })),
      ];
    case 'Sigmoid':
    case 'Tanh':
      return [comes, flow(context, operation, 'output'), leaves];
    case 'ReLU':
    case 'LeakyReLU':
      return [comes, flow(context, operation - 1, 'input'), leaves];
    default:
      return [comes, leaves];
  }
}

/** A parameter has a row for each input and a column for each unit; a bias has one row. */
function parameterArrays(context: PassContext, operation: number, keys: readonly ArrayKey[]): readonly PassArray[] {
  const shape = context.operations[operation];
  const traced = context.pass.trace.operations[operation];
  const name = shape === undefined ? null : parameterName(shape);
  if (name === null || traced === undefined) return [];
  const names = {
    rowName: (row: number) => (shape?.kind === 'BiasAdd' ? 'bias' : columnName(context, operation - 1, row)),
    columnName: (column: number) => columnName(context, operation, column),
  };
  const { parameter, gradient } = traced;
  return keys.map((key): PassArray => {
    switch (key) {
      case 'gradient':
        return { key, name: gradientName(name), matrix: gradient, isResult: false, ...names };
      case 'updated':
        return { key, name: `${name} after`, matrix: descended(context.pass, traced), isResult: true, ...names };
      default:
        return { key, name, matrix: parameter, isResult: false, ...names };
    }
  });
}

/** A parameter after the update, computed in the optimiser's order of operations and so to the same bits. */
export function descended({ progress }: Pass, { parameter, gradient }: OperationTrace): Matrix {
  const { learningRate } = progress;
  const values = parameter.values.map((value, i) => value - learningRate * (gradient.values[i] as number));
  return { ...parameter, values };
}

function targets(context: PassContext): PassArray {
  return {
    key: 'targets',
    name: 'y',
    matrix: context.pass.trace.targets,
    isResult: false,
    rowName: (row) => houseName(context, row),
    columnName: () => context.recipe.data.target,
  };
}
