/** Names of the boxes, edges, rows and columns of a pass, in the course's letters. */
import type { Matrix, OperationShape } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import type { Pass } from '../../state/inside/inside-state';
import type { NetworkNames } from '../network/words';

/** A pass with all that is needed to name its parts. */
export interface PassContext {
  readonly recipe: Recipe;
  readonly operations: readonly OperationShape[];
  readonly pass: Pass;
}

const BOXES: Readonly<Record<string, string>> = {
  WeightMultiply: 'ν',
  BiasAdd: '+B',
  Sigmoid: 'σ',
  Tanh: 'tanh',
  ReLU: 'ReLU',
  LeakyReLU: 'leaky',
  Linear: 'linear',
};

/** The letter on an operation's box. */
export function boxName(kind: string): string {
  return BOXES[kind] ?? kind;
}

/** `M1`, `N1`, `O1`, …, `P`: the output of an operation; `X` for the edge before the first one. */
export function outputName(operations: readonly OperationShape[], operation: number): string {
  const shape = operations[operation];
  if (shape === undefined) return 'X';
  if (operation === operations.length - 1) return 'P';
  const letter = shape.kind === 'WeightMultiply' ? 'M' : shape.kind === 'BiasAdd' ? 'N' : 'O';
  return `${letter}${shape.layer + 1}`;
}

/** `W1`, `B1`, …; null for an operation without parameters. */
export function parameterName({ kind, layer }: OperationShape): string | null {
  if (kind === 'WeightMultiply') return `W${layer + 1}`;
  return kind === 'BiasAdd' ? `B${layer + 1}` : null;
}

export function gradientName(name: string): string {
  return `∂L/∂${name}`;
}

/** The name of a parameter after the update. */
export function updatedName(parameter: string): string {
  return `${parameter}′`;
}

export function shapeText({ rows, columns }: Pick<Matrix, 'rows' | 'columns'>): string {
  return `(${rows}, ${columns})`;
}

export function houseName({ pass }: PassContext, row: number): string {
  return `house ${pass.rows[row]}`;
}

/** The name of column `column` of an operation's output; of the features for the edge before the first operation. */
export function columnName({ recipe, operations }: PassContext, operation: number, column: number): string {
  return operations[operation] === undefined ? (recipe.data.features[column] ?? '') : `unit ${column + 1}`;
}

/** The names as the network drawing needs them. */
export function networkNames({ recipe }: PassContext): NetworkNames {
  return { features: recipe.data.features, target: recipe.data.target, layers: recipe.layers };
}
