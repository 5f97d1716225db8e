/** The circle and the lines of the followed number. */
import type { Element } from '../../../state/inside/inside-state';
import type { PassStep } from '../../../state/inside/steps';
import { followed, learnedParameters, passArrays } from '../arrays';
import type { PassContext } from '../names';
import { boxesOf, layerOf } from './shapes';

/** A circle, by its column (0 for the features, n for layer n) and its index in it, and the lines related to it. */
export interface FollowedPlace {
  readonly column: number;
  readonly unit: number;
  /** All lines into it, all lines out of it, or the one from a unit of the column before. */
  readonly lines: 'in' | 'out' | { readonly from: number };
}

/** Null if the number belongs to no unit: the loss and the true values. */
export function followedPlace(
  context: PassContext,
  step: PassStep,
  wanted: Element | null,
  updated: number,
): FollowedPlace | null {
  const { key, row, column: unit } = followed(passArrays(context, step, updated), wanted).element;
  const { operations } = context;
  const last = operations.length - 1;
  switch (step.phase) {
    case 'enter':
      return { column: 0, unit, lines: 'in' };
    case 'loss':
    case 'loss-gradient':
      return key === 'predictions' || key === 'inputGradient'
        ? { column: layerOf(context, last) + 1, unit: 0, lines: 'in' }
        : null;
    default: {
      const box = step.phase === 'update' ? (learnedParameters(context)[updated]?.operation ?? 0) : step.operation;
      const column = layerOf(context, box) + 1;
      if (operations[box]?.role !== 'weights') return { column, unit, lines: 'in' };
      if (key === 'input' || key === 'inputGradient') return { column: column - 1, unit, lines: 'out' };
      const isOfUnits = key === 'output' || key === 'outputGradient';
      return { column, unit, lines: isOfUnits ? 'in' : { from: row } };
    }
  }
}

/**
 * The box that shows the output of a unit of `column`: the current one if it belongs to the layer, else the layer's
 * last; null for features.
 */
export function boxOfUnit(context: PassContext, column: number, step: PassStep): number | null {
  if (column === 0) return null;
  const boxes = boxesOf(context, column - 1);
  const isThere = 'operation' in step && boxes.includes(step.operation);
  const isItsOwn = isThere && context.operations[step.operation]?.role !== 'weights';
  return isItsOwn ? step.operation : (boxes.at(-1) ?? null);
}
