// The figures of chapter 2.

const FEATURES = ['CRIM', 'ZN', 'INDUS', 'CHAS', 'NOX', 'RM', 'AGE', 'DIS', 'RAD', 'TAX', 'PTRATIO', 'B', 'LSTAT'];

/** @type {import('../fields.js').FigureField} */
const MODEL = {
  kind: 'choice',
  label: 'Model',
  default: 'linear',
  of: ['linear', 'network', 'network-corrected'],
};

/** How far a run is trained; one that ends earlier stays at its end. @type {import('../fields.js').FigureField} */
const BATCHES = { kind: 'number', label: 'Batches trained', default: 0, min: 0, max: 10000, step: 1 };

/** @type {import('../fields.js').FigureField} */
const DRAWING = { kind: 'choice', label: 'Drawn as', default: 'boxes', of: ['boxes', 'layers', 'circles'] };

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FUNDAMENTALS = {
  training: {
    tag: 'mf-training-figure',
    title: 'A model as it learns',
    fields: {
      model: MODEL,
      batches: BATCHES,
      scale: { kind: 'choice', label: 'Scale of the loss axis', default: 'log', of: ['log', 'linear'] },
    },
  },
  predictions: {
    tag: 'mf-predictions-figure',
    title: 'Predicted against actual prices',
    fields: { model: MODEL, batches: BATCHES },
  },
  response: {
    tag: 'mf-response-figure',
    title: 'A model asked about one feature',
    fields: {
      model: MODEL,
      feature: { kind: 'choice', label: 'Feature', default: 'LSTAT', of: FEATURES },
      batches: BATCHES,
    },
  },
  coefficients: {
    tag: 'mf-coefficients-figure',
    title: 'Learned weights beside the exact ones',
    fields: { batches: BATCHES },
  },
  'learned-features': {
    tag: 'mf-learned-figure',
    title: 'What the hidden units have learned',
    fields: {
      reading: { kind: 'choice', label: 'Read', default: 'column', of: ['column', 'row', 'both'] },
      batches: BATCHES,
    },
  },
  graph: {
    tag: 'mf-graph-figure',
    title: 'A model of chapter 2, box by box',
    fields: {
      model: MODEL,
      step: { kind: 'number', label: 'Step', default: 0, min: 0, max: 22, step: 1 },
      row: { kind: 'number', label: 'Row of the array', default: 0, min: 0, max: 22, step: 1 },
      column: { kind: 'number', label: 'Column of the array', default: 0, min: 0, max: 22, step: 1 },
      drawing: DRAWING,
      batches: BATCHES,
    },
  },
  'bias-check': {
    tag: 'mf-bias-check-figure',
    title: 'The network’s gradients checked by nudging',
    fields: {
      model: { kind: 'choice', label: 'Bias gradient', default: 'network', of: ['network', 'network-corrected'] },
      batches: BATCHES,
    },
  },
  slip: {
    tag: 'mf-slip-figure',
    title: 'The network with and without the bug',
    fields: { batches: BATCHES },
  },
  collapse: {
    tag: 'mf-collapse-figure',
    title: 'Two layers, and the single layer they are equal to',
    fields: {
      between: { kind: 'choice', label: 'Between the layers', default: 'nothing', of: ['nothing', 'sigmoid'] },
      units: { kind: 'number', label: 'Hidden units', default: 13, min: 1, max: 13, step: 1 },
      batches: BATCHES,
    },
  },
  columns: {
    tag: 'mf-columns-figure',
    title: 'The columns of the housing data',
    fields: { column: { kind: 'choice', label: 'Column', default: 'RM', of: FEATURES } },
  },
  'column-b': {
    tag: 'mf-column-b-figure',
    title: 'The least-squares fit with and without column B',
    fields: { dropped: { kind: 'flag', label: 'Column B dropped', default: false } },
  },
  standardise: {
    tag: 'mf-standardise-figure',
    title: 'A column, raw and standardised',
    fields: {
      column: { kind: 'choice', label: 'Column', default: 'RM', of: FEATURES },
      row: { kind: 'number', label: 'Row', default: 0, min: 0, max: 505, step: 1 },
    },
  },
  'fit-line': {
    tag: 'mf-fit-line-figure',
    title: 'A line fitted by hand',
    fields: {
      feature: { kind: 'choice', label: 'Feature', default: 'RM', of: FEATURES },
      weight: { kind: 'number', label: 'Weight', default: 0, min: -15, max: 15, step: 0.1 },
      bias: { kind: 'number', label: 'Bias', default: 10, min: 0, max: 50, step: 0.1 },
    },
  },
  'sigmoid-unit': {
    tag: 'mf-sigmoid-unit-figure',
    title: 'One hidden unit',
    fields: {
      x: { kind: 'number', label: 'Input', default: 1, min: -6, max: 6, step: 0.1 },
      weight: { kind: 'number', label: 'Weight', default: 1, min: -5, max: 5, step: 0.1 },
      bias: { kind: 'number', label: 'Bias', default: 0, min: -15, max: 15, step: 0.1 },
    },
  },
  'curve-builder': {
    tag: 'mf-curve-builder-figure',
    title: 'A curve built from sigmoids',
    fields: {
      units: { kind: 'number', label: 'Units', default: 2, min: 2, max: 4, step: 1 },
      chosen: { kind: 'number', label: 'Unit to change', default: 1, min: 1, max: 4, step: 1 },
      weights: { kind: 'numbers', label: 'Weights w', default: [-2, 2, -4, 4], min: -10, max: 10 },
      biases: { kind: 'numbers', label: 'Biases c', default: [0, -4, -4, 0], min: -20, max: 20 },
      outputs: { kind: 'numbers', label: 'Output weights v', default: [8, -4, 6, 4], min: -30, max: 60 },
      bias: { kind: 'number', label: 'Output bias b, $1000s', default: 10, min: -30, max: 60, step: 0.5 },
    },
  },
  'curve-units': {
    tag: 'mf-curve-units-figure',
    title: 'The network’s curve, unit by unit',
    fields: {
      model: {
        kind: 'choice',
        label: 'Model',
        default: 'network',
        of: ['network', 'network-corrected'],
      },
      feature: { kind: 'choice', label: 'Feature', default: 'LSTAT', of: FEATURES },
      unit: { kind: 'number', label: 'Unit', default: 8, min: 1, max: 13, step: 1 },
      added: { kind: 'number', label: 'Units added up, strongest first', default: 13, min: 0, max: 13, step: 1 },
      batches: { ...BATCHES, default: 10000 },
    },
  },
  drawings: {
    tag: 'mf-drawings-figure',
    title: 'One network, three drawings',
    fields: {
      model: { ...MODEL, default: 'network-corrected' },
      drawing: DRAWING,
      step: { kind: 'number', label: 'Step', default: 0, min: 0, max: 22, step: 1 },
      batches: BATCHES,
    },
  },
};
