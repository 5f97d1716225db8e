/**
 * All subjects, in the course's order; each has a file in subjects/. Their NumPy code, in this order, is one program.
 */
import { LAYER_TYPES, LOSSES, OPERATIONS, OPTIMISERS } from './parts.generated.js';

/**
 * The subjects of a list of parts.
 * @template {readonly { readonly subject: string }[]} Parts @param {Parts} parts @returns {Parts[number]['subject'][]}
 */
const subjectsOf = (parts) => parts.map(({ subject }) => subject);

export const SUBJECT_IDS = /** @type {const} */ ([
  'square',
  'relu',
  'leaky-relu',
  'sigmoid',
  'tanh',
  'identity',
  'axis-sum',
  'row-added',
  'derivative',
  'nested-function',
  'two-slopes',
  'chain-two',
  'chain-three',
  'two-inputs',
  'dot-product',
  'sigma-of-product',
  'two-matrices',
  'partial-matrices',
  'one-element',
  'model-and-parameters',
  'standard-scaler',
  'split',
  'linear-regression',
  'mae',
  'rmse',
  'relative-rmse',
  'r2',
  'least-squares',
  'response',
  'curve-of-sigmoids',
  'operation',
  'param-operation',
  ...subjectsOf(OPERATIONS),
  'initialisation',
  'layer',
  ...subjectsOf(LAYER_TYPES),
  'loss',
  ...subjectsOf(LOSSES),
  'neural-network',
  'gradient-check',
  'optimizer',
  ...subjectsOf(OPTIMISERS),
  'early-stopping',
  'trainer',
]);

/** @typedef {(typeof SUBJECT_IDS)[number]} SubjectId */
