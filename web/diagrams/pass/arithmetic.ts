/** How one element of a pass was computed, written out with its numbers. */
import { formatNumber } from '../../charts/numbers/format';
import type { Matrix, OperationTrace } from '../../engine/types';
import type { ArrayKey, Element } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { learningOperations } from './arrays';
import type { PassContext } from './names';

/** Elements used for a number: a whole row or column if the other one is null, all if both are. */
export interface Use {
  readonly key: ArrayKey;
  readonly row: number | null;
  readonly column: number | null;
}

export interface Arithmetic {
  /** `0.4700·1.200 + (−0.3000)·0.5500`; a longer sum says how many terms it leaves out. */
  readonly expression: string;
  readonly result: number;
  readonly uses: readonly Use[];
}

const DIGITS = 4;

/** A number in an expression: a negative one in brackets. */
const term = (value: number): string => (value < 0 ? `(${formatNumber(value, DIGITS)})` : formatNumber(value, DIGITS));

export const resultText = (value: number): string => formatNumber(value, DIGITS);

const at = ({ columns, values }: Matrix, row: number, column: number): number =>
  values[row * columns + column] as number;

function sum(count: number, most: number, one: (index: number) => string): string {
  const written = Array.from({ length: Math.min(count, most) }, (_, index) => one(index));
  const left = count - written.length;
  return `${written.join(' + ')}${left > 0 ? ` + … (${left} more)` : ''}`;
}

/** Null if the element is not a result of the step, but comes from the operation before. */
export function arithmetic(
  context: PassContext,
  step: PassStep,
  { key, row, column }: Element,
  most: number,
  updated: number,
): Arithmetic | null {
  const { trace } = context.pass;
  switch (step.phase) {
    case 'enter':
      return null;
    case 'forward':
      return key === 'output' ? forward(context, step.operation, row, column, most) : null;
    case 'loss':
      return key === 'output' ? meanSquare(context, most) : null;
    case 'loss-gradient':
      return key === 'inputGradient' ? lossSlope(context, row) : null;
    case 'backward':
      if (key === 'inputGradient') return inputGradient(context, step.operation, row, column, most);
      return key === 'gradient' ? parameterGradient(context, step.operation, row, column, most) : null;
    case 'update': {
      if (key !== 'updated') return null;
      const traced = trace.operations[learningOperations(context)[updated] ?? 0] as OperationTrace;
      return descent(context.pass.progress.learningRate, traced, row, column);
    }
  }
}

function forward(context: PassContext, place: number, row: number, column: number, most: number): Arithmetic {
  const { input, output, parameter } = context.pass.trace.operations[place] as OperationTrace;
  const result = at(output, row, column);
  const same: Use = { key: 'input', row, column };
  const x = at(input, row, column);
  switch (context.operations[place]?.kind) {
    case 'WeightMultiply':
      return {
        expression: sum(input.columns, most, (k) => `${term(at(input, row, k))}·${term(at(parameter, k, column))}`),
        result,
        uses: [
          { key: 'input', row, column: null },
          { key: 'parameter', row: null, column },
        ],
      };
    case 'BiasAdd':
      return {
        expression: `${term(x)} + ${term(at(parameter, 0, column))}`,
        result,
        uses: [same, { key: 'parameter', row: 0, column }],
      };
    case 'Sigmoid':
      return { expression: `1 / (1 + e^${term(-x)})`, result, uses: [same] };
    case 'Tanh':
      return { expression: `tanh(${formatNumber(x, DIGITS)})`, result, uses: [same] };
    case 'ReLU':
      return { expression: `max(0, ${formatNumber(x, DIGITS)})`, result, uses: [same] };
    case 'LeakyReLU':
      return { expression: x > 0 ? term(x) : `0.2·${term(x)}`, result, uses: [same] };
    default:
      return { expression: term(x), result, uses: [same] };
  }
}

function meanSquare({ pass: { trace } }: PassContext, most: number): Arithmetic {
  const { predictions, targets, loss } = trace;
  const squares = sum(
    predictions.rows,
    most,
    (row) => `(${formatNumber(at(predictions, row, 0), DIGITS)} − ${term(at(targets, row, 0))})²`,
  );
  const all: Pick<Use, 'row' | 'column'> = { row: null, column: null };
  return {
    expression: predictions.rows === 1 ? squares : `(${squares}) / ${predictions.rows}`,
    result: loss,
    uses: [
      { key: 'input', ...all },
      { key: 'targets', ...all },
    ],
  };
}

function lossSlope({ recipe, pass: { trace } }: PassContext, row: number): Arithmetic {
  const { predictions, targets, lossGradient } = trace;
  const error = `(${formatNumber(at(predictions, row, 0), DIGITS)} − ${term(at(targets, row, 0))})`;
  const expressions = { mean: `2·${error} / ${predictions.rows}`, sum: `2·${error}`, 'half-sum': error };
  return {
    expression: expressions[recipe.loss.gradient],
    result: at(lossGradient, row, 0),
    uses: [
      { key: 'input', row, column: 0 },
      { key: 'targets', row, column: 0 },
    ],
  };
}

/** The chain rule: the gradient that comes back, times the derivative of the operation. */
function inputGradient(context: PassContext, place: number, row: number, column: number, most: number): Arithmetic {
  const traced = context.pass.trace.operations[place] as OperationTrace;
  const { input, output, outputGradient, parameter } = traced;
  const result = at(traced.inputGradient, row, column);
  const kind = context.operations[place]?.kind;
  if (kind === 'WeightMultiply') {
    return {
      expression: sum(
        outputGradient.columns,
        most,
        (k) => `${term(at(outputGradient, row, k))}·${term(at(parameter, column, k))}`,
      ),
      result,
      uses: [
        { key: 'outputGradient', row, column: null },
        { key: 'parameter', row: column, column: null },
      ],
    };
  }
  const comes = term(at(outputGradient, row, column));
  const use = (key: ArrayKey): Use => ({ key, row, column });
  const y = at(output, row, column);
  switch (kind) {
    case 'Sigmoid':
      return {
        expression: `${comes}·${term(y)}·(1 − ${term(y)})`,
        result,
        uses: [use('outputGradient'), use('output')],
      };
    case 'Tanh':
      return { expression: `${comes}·(1 − ${term(y)}²)`, result, uses: [use('outputGradient'), use('output')] };
    case 'ReLU':
    case 'LeakyReLU': {
      const slope = at(input, row, column) > 0 ? '1' : kind === 'ReLU' ? '0' : '0.2';
      return { expression: `${comes}·${slope}`, result, uses: [use('outputGradient'), use('input')] };
    }
    default:
      return { expression: comes, result, uses: [use('outputGradient')] };
  }
}

function parameterGradient(context: PassContext, place: number, row: number, column: number, most: number): Arithmetic {
  const { input, outputGradient, gradient } = context.pass.trace.operations[place] as OperationTrace;
  const { rows, columns, values } = outputGradient;
  const result = at(gradient, row, column);
  if (context.operations[place]?.kind === 'WeightMultiply') {
    return {
      expression: sum(rows, most, (r) => `${term(at(input, r, row))}·${term(at(outputGradient, r, column))}`),
      result,
      uses: [
        { key: 'input', row: null, column: row },
        { key: 'outputGradient', row: null, column },
      ],
    };
  }
  if (context.recipe.quirks.summedBiasGradient) {
    return {
      expression: sum(rows * columns, most, (i) => term(values[i] as number)),
      result,
      uses: [{ key: 'outputGradient', row: null, column: null }],
    };
  }
  return {
    expression: sum(rows, most, (r) => term(at(outputGradient, r, column))),
    result,
    uses: [{ key: 'outputGradient', row: null, column }],
  };
}

function descent(rate: number, { parameter, gradient }: OperationTrace, row: number, column: number): Arithmetic {
  const from = at(parameter, row, column);
  const slope = at(gradient, row, column);
  return {
    expression: `${term(from)} − ${term(rate)}·${term(slope)}`,
    result: from - rate * slope,
    uses: [
      { key: 'parameter', row, column },
      { key: 'gradient', row, column },
    ],
  };
}

/** `0.4700·1.200 + 1.000·0.5500 = 1.114` */
export function arithmeticText(found: Arithmetic): string {
  return `${found.expression} = ${resultText(found.result)}`;
}
