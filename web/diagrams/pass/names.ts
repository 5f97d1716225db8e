/** Names of the boxes, edges, rows and columns of a pass, in the course's letters. */
import type { Matrix, OperationShape } from '../../engine/types';
import { operationNamed } from '../../explanations/parts';
import type { Recipe } from '../../recipe/schema';
import type { Pass } from '../../state/inside/inside-state';
import { type NetworkNames, networkLayers } from '../network/words';

/** A pass with all that is needed to name its parts. */
export interface PassContext {
  readonly recipe: Recipe;
  readonly operations: readonly OperationShape[];
  readonly pass: Pass;
}

/** The letter on an operation's box. */
export function boxName({ name }: Pick<OperationShape, 'name'>): string {
  return operationNamed(name).letter;
}

/** `ν of layer 1`. */
export function boxTitle(shape: Pick<OperationShape, 'name' | 'layer'>): string {
  return `${boxName(shape)} of layer ${shape.layer + 1}`;
}

/** `M1`, `N1`, `O1`, …, `P`: the output of an operation; `X` for the edge before the first one. */
export function outputName(operations: readonly OperationShape[], operation: number): string {
  const shape = operations[operation];
  if (shape === undefined) return 'X';
  return operation === operations.length - 1 ? 'P' : `${operationNamed(shape.name).output}${shape.layer + 1}`;
}

export function gradientName(name: string): string {
  return `∂L/∂${name}`;
}

/** What only one operation has, a mask or a setting, by its letter on the operation's page: `m1`. */
export function ownName(letter: string, { layer }: Pick<OperationShape, 'layer'>): string {
  return `${letter}${layer + 1}`;
}

/** A parameter, or what an optimiser keeps, after the update. */
export function updatedName(name: string): string {
  return `${name}′`;
}

/** What an optimiser keeps for a parameter: `v of W1`. */
export function stateName(name: string, parameter: string): string {
  return `${name} of ${parameter}`;
}

export function shapeText({ rows, columns }: Pick<Matrix, 'rows' | 'columns'>): string {
  return `(${rows}, ${columns})`;
}

export function rowName({ pass }: PassContext, row: number): string {
  return `row ${pass.rows[row]}`;
}

/** The name of column `column` of an operation's output; of the features for the edge before the first operation. */
export function columnName({ recipe, operations }: PassContext, operation: number, column: number): string {
  return operations[operation] === undefined ? (recipe.data.features[column] ?? '') : `unit ${column + 1}`;
}

/** As the drawing of a network wants them. */
export function networkNames({ recipe, operations }: PassContext): NetworkNames {
  return { features: recipe.data.features, target: recipe.data.target, layers: networkLayers(operations) };
}
