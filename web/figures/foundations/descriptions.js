// The figures of chapter 1.

/** The core's functions of one number. */
const FUNCTIONS = ['square', 'relu', 'leaky-relu', 'sigmoid', 'tanh', 'identity'];

/** The elements of a 3×3 matrix X, by row and column. */
const ELEMENTS = ['x11', 'x12', 'x13', 'x21', 'x22', 'x23', 'x31', 'x32', 'x33'];

/** The elements of a row X of three. */
const ROW_ELEMENTS = ['x1', 'x2', 'x3'];

/**
 * @param {string} label @param {string} value @param {readonly string[]} of
 * @returns {import('../fields.js').FigureField}
 */
const choice = (label, value, of) => ({ kind: 'choice', label, default: value, of });

/**
 * @param {string} label @param {number} value @param {number} min @param {number} max @param {number} step
 * @returns {import('../fields.js').FigureField}
 */
const number = (label, value, min, max, step) => ({ kind: 'number', label, default: value, min, max, step });

/** @param {string} label @param {readonly number[]} values @returns {import('../fields.js').FigureField} */
const numbers = (label, values) => ({ kind: 'numbers', label, default: values, min: -99, max: 99 });

/** @param {number} value @returns {import('../fields.js').FigureField} */
const seed = (value) => number('Seed', value, 0, 4294967295, 1);

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FOUNDATIONS = {
  function: {
    tag: 'mf-function-figure',
    title: 'Two functions, as curves and as boxes',
    fields: {
      first: choice('First function', 'square', FUNCTIONS),
      second: choice('Second function', 'relu', FUNCTIONS),
      point: number('Input x', 1.5, -2, 2, 0.01),
    },
  },
  'array-pair': {
    tag: 'mf-array-pair-figure',
    title: 'Two arrays, element by element',
    fields: {
      left: numbers('A, row by row', [1, 2, 3, 4]),
      right: numbers('B, row by row', [10, 20, 30, 40]),
      operation: choice('Operation', 'sum', ['sum', 'product']),
    },
  },
  'array-sums': {
    tag: 'mf-array-sums-figure',
    title: 'The sums along both axes',
    fields: { array: numbers('Array, row by row', [1, 2, 3, 4]) },
  },
  'row-added': {
    tag: 'mf-row-added-figure',
    title: 'A row added to every row',
    fields: { array: numbers('Array, row by row', [1, 2, 3, 4, 5, 6]), row: numbers('Row', [10, 20, 30]) },
  },
  derivative: {
    tag: 'mf-derivative-figure',
    title: 'A tangent, a secant and a string',
    fields: {
      function: choice('Function', 'sigmoid', FUNCTIONS),
      point: number('Input a', 1, -3, 3, 0.01),
      delta: number('Nudge Δ', 1, 0.001, 1, 0.001),
    },
  },
  nested: {
    tag: 'mf-nested-figure',
    title: 'Two boxes in a row, or one',
    fields: {
      first: choice('First function', 'square', FUNCTIONS),
      second: choice('Second function', 'sigmoid', FUNCTIONS),
      point: number('Input x', 1.5, -3, 3, 0.01),
      together: { kind: 'flag', label: 'As one box', default: false },
    },
  },
  strings: {
    tag: 'mf-strings-figure',
    title: 'Pulling a string through two boxes',
    fields: {
      first: number('Slope of the first box', 3, -4, 4, 0.1),
      second: number('Slope of the second box', -2, -4, 4, 0.1),
      pull: number('Pull on x', 0.5, -1, 1, 0.01),
    },
  },
  chain: {
    tag: 'mf-chain-figure',
    title: 'A chain of functions and its derivative',
    fields: {
      functions: {
        kind: 'names',
        label: 'Functions, innermost first',
        default: ['square', 'sigmoid'],
        of: FUNCTIONS,
        least: 2,
        most: 3,
      },
      point: number('Input x', 1, -3, 3, 0.01),
    },
  },
  'two-inputs': {
    tag: 'mf-two-inputs-figure',
    title: 'One function of two inputs',
    fields: {
      combine: choice('Combine by', 'sum', ['sum', 'product']),
      function: choice('Function', 'sigmoid', FUNCTIONS),
      x: number('x', 3, -8, 8, 0.1),
      y: number('y', 4, -8, 8, 0.1),
      pulled: choice('Pull', 'x', ['x', 'y', 'both']),
      delta: number('By Δ', 0.1, 0.001, 1, 0.001),
    },
  },
  'dot-product': {
    tag: 'mf-dot-product-figure',
    title: 'A dot product as boxes',
    fields: { x: numbers('X', [1, 2, 3]), w: numbers('W', [4, -1, 2]) },
  },
  'sigma-product': {
    tag: 'mf-sigma-product-figure',
    title: 's = σ(X·W), forward and backward',
    fields: {
      seed: seed(190203),
      element: choice('Element of X', 'x1', ROW_ELEMENTS),
      moved: number('Moved by', 0, -3, 3, 0.01),
    },
  },
  nudge: {
    tag: 'mf-nudge-figure',
    title: 'One gradient, two ways',
    fields: {
      seed: seed(190203),
      element: choice('Nudge', 'x1', ROW_ELEMENTS),
      delta: number('By Δ', 0.001, 0.000001, 1, 0.000001),
    },
  },
  'two-matrices': {
    tag: 'mf-two-matrices-figure',
    title: 'L = Σ σ(X·W), forward and backward',
    fields: {
      seed: seed(190204),
      element: choice('Element of X', 'x11', ELEMENTS),
      moved: number('Moved by', 0, -3, 3, 0.01),
      stage: number('Steps of the pulse', 0, 0, 8, 1),
    },
  },
  'partial-matrices': {
    tag: 'mf-partial-matrices-figure',
    title: 'Six partial matrices and their sum',
    fields: {
      seed: seed(190204),
      added: number('Matrices added', 2, 0, 6, 1),
      weighted: { kind: 'flag', label: 'Each times its own ∂L/∂N', default: false },
    },
  },
  'loss-curve': {
    tag: 'mf-loss-curve-figure',
    title: 'L against one element of X',
    fields: {
      seed: seed(190204),
      element: choice('Element of X', 'x11', ELEMENTS),
      moved: number('Moved by', 0, -4, 4, 0.01),
    },
  },
};
