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
  'layer-builder': {
    tag: 'mf-layer-builder-figure',
    title: 'A layer from its operations',
    fields: {
      operations: {
        kind: 'names',
        label: 'Operations, first to last',
        default: ['weight-multiply', 'bias-add', 'sigmoid'],
        of: OPERATION_NAMES,
        least: 1,
        most: 4,
      },
      inputs: { kind: 'number', label: 'Columns of the input', default: 2, min: 1, max: 4, step: 1 },
      units: { kind: 'number', label: 'Units', default: 3, min: 1, max: 4, step: 1 },
      seed: { kind: 'number', label: 'Seed', default: 1, min: 0, max: 9999, step: 1 },
    },
  },
  dense: {
    tag: 'mf-dense-figure',
    title: 'A Dense layer by its sizes',
    fields: {
      rows: { kind: 'number', label: 'Rows', default: 4, min: 1, max: 32, step: 1 },
      inputs: { kind: 'number', label: 'Inputs', default: 3, min: 1, max: 16, step: 1 },
      units: { kind: 'number', label: 'Units', default: 2, min: 1, max: 16, step: 1 },
      activation: {
        kind: 'choice',
        label: 'Activation',
        default: 'sigmoid',
        of: ['sigmoid', 'linear', 'tanh', 'relu', 'leaky-relu'],
      },
      seed: { kind: 'number', label: 'Seed', default: 1, min: 0, max: 9999, step: 1 },
    },
  },
  loss: {
    tag: 'mf-loss-figure',
    title: 'The loss of some predictions',
    fields: {
      predictions: { kind: 'numbers', label: 'Predictions, row by row', default: [3, 1, 5], ...ELEMENTS },
      'predictions-rows': { kind: 'number', label: 'Rows of the predictions', default: 3, ...LINES },
      targets: { kind: 'numbers', label: 'Targets, row by row', default: [1, 2, 5], ...ELEMENTS },
      'targets-rows': { kind: 'number', label: 'Rows of the targets', default: 3, ...LINES },
    },
  },
  squares: {
    tag: 'mf-squares-figure',
    title: 'The squares of the mean squared error',
    fields: {
      targets: { kind: 'numbers', label: 'Targets', default: [1, 3, 2], min: 0, max: 4 },
      predictions: { kind: 'numbers', label: 'Predictions', default: [2, 1, 2.5], min: 0, max: 4 },
    },
  },
  sgd: {
    tag: 'mf-sgd-figure',
    title: 'Steps down a loss',
    fields: {
      weight: { kind: 'number', label: 'First weight', default: 5, min: -2, max: 6, step: 0.1 },
      rate: { kind: 'number', label: 'Learning rate', default: 0.1, min: 0.01, max: 0.8, step: 0.01 },
      steps: { kind: 'number', label: 'Steps', default: 1, min: 0, max: 20, step: 1 },
    },
  },
};
