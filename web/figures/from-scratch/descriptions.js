// The figures of chapter 3.
import { OPERATIONS } from '../../explanations/parts.generated.js';

/** @param {string[]} roles */
const namesOf = (...roles) => OPERATIONS.filter(({ role }) => roles.includes(role)).map(({ name }) => name);

export const ACTIVATION_NAMES = namesOf('activation');
export const OPERATION_NAMES = namesOf('weights', 'bias', 'activation');

/** Elements of an array a reader types into. */
const ELEMENTS = { min: -99, max: 99, most: 16 };
const LINES = { min: 1, max: 4, step: 1 };

export const COURSE_MODELS = ['linear', 'one-hidden', 'two-hidden'];

const BATCHES = { kind: /** @type {const} */ ('number'), label: 'Batches trained', min: 0, step: 1 };

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FROM_SCRATCH = {
  operation: {
    tag: 'mf-operation-figure',
    title: 'One operation, forward and backward',
    fields: {
      operation: { kind: 'choice', label: 'Operation', default: 'sigmoid', of: OPERATION_NAMES },
      letters: { kind: 'choice', label: 'Names of its arrays', default: 'general', of: ['general', 'layer'] },
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
      inputs: { kind: 'number', label: 'Inputs', default: 3, min: 1, max: 32, step: 1 },
      units: { kind: 'number', label: 'Units', default: 2, min: 1, max: 32, step: 1 },
      activation: {
        kind: 'choice',
        label: 'Activation',
        default: 'sigmoid',
        of: ACTIVATION_NAMES,
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
  'sgd-surface': {
    tag: 'mf-sgd-surface-figure',
    title: 'The loss as a surface, and SGD on it',
    fields: {
      feature: { kind: 'choice', label: 'Feature', default: 'LSTAT', of: ['LSTAT', 'RM', 'PTRATIO'] },
      sizes: {
        kind: 'names',
        label: 'Batch sizes',
        default: ['1', '23', 'all'],
        of: ['1', '23', 'all'],
        least: 1,
        most: 3,
      },
      rate: { kind: 'number', label: 'Learning rate', default: 0.05, min: 0.001, max: 1.2, step: 0.001 },
      updates: { kind: 'number', label: 'Updates', default: 0, min: 0, max: 120, step: 1 },
      start: { kind: 'numbers', label: 'Start w and b', default: [10, 6], min: -16, max: 40 },
      seed: { kind: 'number', label: 'Seed', default: 20190501, min: 0, max: 4294967295, step: 1 },
    },
  },
  network: {
    tag: 'mf-network-figure',
    title: 'A network, one batch forward and back',
    fields: {
      model: { kind: 'choice', label: 'Network', default: 'one-hidden', of: COURSE_MODELS },
      batches: { ...BATCHES, default: 0, max: 600 },
      step: { kind: 'number', label: 'Step of the pass', default: 0, min: 0, max: 24, step: 1 },
    },
  },
  epoch: {
    tag: 'mf-epoch-figure',
    title: 'The batches of an epoch',
    fields: {
      size: { kind: 'number', label: 'Batch size', default: 32, min: 1, max: 354, step: 1 },
      batches: { kind: 'number', label: 'Batches taken', default: 1, min: 0, max: 708, step: 1 },
    },
  },
  'three-models': {
    tag: 'mf-three-models-figure',
    title: 'Chapter 3’s three models side by side',
    fields: { batches: { ...BATCHES, default: 0, max: 600 } },
  },
  'early-stopping': {
    tag: 'mf-early-stopping-figure',
    title: 'Early stopping, evaluation by evaluation',
    fields: {
      model: { kind: 'choice', label: 'Model', default: 'two-hidden', of: COURSE_MODELS },
      every: { kind: 'number', label: 'Evaluate every so many epochs', default: 5, min: 1, max: 25, step: 1 },
      epochs: { kind: 'number', label: 'Epochs at most', default: 50, min: 10, max: 200, step: 10 },
      seen: { kind: 'number', label: 'Evaluations seen', default: 1, min: 0, max: 200, step: 1 },
      scale: { kind: 'choice', label: 'Scale of the loss', default: 'log', of: ['log', 'linear'] },
    },
  },
  'identical-layers': {
    tag: 'mf-identical-layers-figure',
    title: 'The weights of two layers and their difference',
    fields: {
      seeding: {
        kind: 'choice',
        label: 'Generator',
        default: 'each-layer',
        of: ['each-layer', 'one-generator'],
      },
      batches: { ...BATCHES, default: 0, max: 600 },
    },
  },
  scaling: {
    tag: 'mf-scaling-figure',
    title: 'Scaling by all rows and by the training rows',
    fields: { split: { kind: 'number', label: 'Seed of the split', default: 80718, min: 0, max: 99999, step: 1 } },
  },
  choosing: {
    tag: 'mf-choosing-figure',
    title: 'Choosing among runs by test rows or by validation rows',
    fields: {
      runs: { kind: 'number', label: 'Runs to choose from', default: 10, min: 2, max: 30, step: 1 },
      split: { kind: 'number', label: 'Seed of the split', default: 1, min: 0, max: 99999, step: 1 },
    },
  },
  careful: {
    tag: 'mf-careful-figure',
    title: 'The course’s way and the careful way',
    fields: {
      model: { kind: 'choice', label: 'Model', default: 'two-hidden', of: COURSE_MODELS },
      data: { kind: 'flag', label: 'The corrected data', default: false },
      scaling: { kind: 'flag', label: 'Scale by the training rows only', default: false },
      validation: { kind: 'flag', label: 'Stop early by validation rows', default: false },
      generator: { kind: 'flag', label: 'One running generator for all layers', default: false },
      weights: { kind: 'flag', label: 'First weights scaled by inputs and units', default: false },
    },
  },
};
