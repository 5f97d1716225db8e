// The figures of chapter 3.

/** As the engine names them. */
export const OPERATION_NAMES = ['weight-multiply', 'bias-add', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'linear'];

/** Elements of an array a reader types into. */
const ELEMENTS = { min: -99, max: 99 };
const LINES = { min: 1, max: 4, step: 1 };

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FROM_SCRATCH = {
  operation: {
    tag: 'mf-operation-figure',
    title: 'One operation, forward and backward',
    fields: {
      operation: { kind: 'choice', label: 'Operation', default: 'sigmoid', of: OPERATION_NAMES },
      input: { kind: 'numbers', label: 'Input, row by row', default: [1, -2, 0.5, 3], ...ELEMENTS },
      'input-rows': { kind: 'number', label: 'Rows of the input', default: 2, ...LINES },
      parameter: { kind: 'numbers', label: 'Parameter, row by row', default: [1, 0, -1, 2, 0.5, 0.2], ...ELEMENTS },
      'parameter-rows': { kind: 'number', label: 'Rows of the parameter', default: 2, ...LINES },
      gradient: { kind: 'numbers', label: 'Output gradient, row by row', default: [1, 1, 1, 1], ...ELEMENTS },
      'gradient-rows': { kind: 'number', label: 'Rows of the output gradient', default: 2, ...LINES },
    },
  },
};
