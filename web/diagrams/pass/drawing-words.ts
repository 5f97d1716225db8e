/** The drawings of a pass in words: what each box is, what a drawing shows, and what the current step highlights. */
import { formatCount } from '../../charts/numbers/format';
import type { Drawing } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { unitName } from '../network/words';
import { boxName, networkNames, outputName, type PassContext, parameterName, shapeText } from './names';
import { layerTitle } from './scenes/boxes-scene';
import type { FollowedPlace } from './scenes/followed-place';
import { boxesOf, edgeMatrix, hangingMatrix } from './scenes/shapes';

/** `ν of layer 1, with W1 (13, 13)`. */
export function boxLabel(context: PassContext, box: number): string {
  const shape = context.operations[box];
  if (shape === undefined) return 'Λ, the loss';
  const hanging = hangingMatrix(context, box);
  const holds = hanging === null ? '' : `, with ${hanging[0]} ${shapeText(hanging[1])}`;
  return `${boxName(shape.kind)} of layer ${shape.layer + 1}${holds}`;
}

/** What the drawing shows, in a sentence. */
export function drawingWords(context: PassContext, drawing: Drawing): string {
  const { recipe, operations } = context;
  switch (drawing) {
    case 'boxes':
      return `A box for each of the ${formatCount(operations.length, 'operation')} and one for the loss; what hangs below a box is what it learns.`;
    case 'layers':
      return `The same boxes, those of a layer moved together into one: ${layersInWords(context)}, then the loss.`;
    case 'circles': {
      const units = recipe.layers.reduce((sum, layer) => sum + layer.units, 0);
      const weights = operations.reduce((sum, shape, box) => {
        const isWeights = shape.kind === 'WeightMultiply';
        return sum + (isWeights ? (hangingMatrix(context, box)?.[1].values.length ?? 0) : 0);
      }, 0);
      return `The same layers opened: ${formatCount(units, 'circle')} for the units and ${formatCount(weights, 'line')} for the weights. A line is blue where its weight is positive, orange where negative, and the stronger the wider.`;
    }
  }
}

function layersInWords(context: PassContext): string {
  const layers = context.recipe.layers.map(
    ({ units }, layer) => `${layerTitle(context, layer)} with ${formatCount(units, 'unit')}`,
  );
  return layers.join(', ');
}

/** What the step highlights in the drawing, and whose number is followed among the circles. */
export function litWords(
  context: PassContext,
  drawing: Drawing,
  step: PassStep,
  followed: FollowedPlace | null,
): string {
  const lit = `Lit: ${litParts(context, drawing, step)}.`;
  return drawing === 'circles' && followed !== null ? `${lit} Followed: ${followedWords(context, followed)}.` : lit;
}

function litParts(context: PassContext, drawing: Drawing, step: PassStep): string {
  const { operations, recipe } = context;
  switch (step.phase) {
    case 'enter':
      return drawing === 'circles'
        ? `the ${formatCount(recipe.data.features.length, 'feature')}, which enter as ${edgeWords(context, 0)}`
        : `the string ${edgeWords(context, 0)} into layer 1`;
    case 'loss':
      return `the box Λ of the loss, which takes ${edgeWords(context, operations.length)} and y and makes L`;
    case 'loss-gradient':
      return `the box Λ of the loss, from which ∂L/∂P runs back on the string ${edgeWords(context, operations.length)}`;
    case 'update':
      return updateParts(context, drawing);
    default: {
      const way = step.phase === 'backward' ? ', on the way back' : '';
      return `${operationParts(context, drawing, step.operation)}${way}`;
    }
  }
}

function operationParts(context: PassContext, drawing: Drawing, box: number): string {
  const shape = context.operations[box];
  if (shape === undefined) return '';
  const layer = layerTitle(context, shape.layer);
  const name = boxName(shape.kind);
  if (drawing === 'boxes') {
    return `the box ${name} of ${layer}, between the strings ${edgeWords(context, box)} and ${edgeWords(context, box + 1)}`;
  }
  if (drawing === 'layers') {
    const boxes = boxesOf(context, shape.layer);
    return `${layer}, in which ${name} is at work, operation ${boxes.indexOf(box) + 1} of ${boxes.length}`;
  }
  const units = formatCount(shape.columns, 'unit');
  const hanging = hangingMatrix(context, box);
  const parameter = hanging === null ? '' : `${hanging[0]} ${shapeText(hanging[1])}`;
  switch (shape.kind) {
    case 'WeightMultiply':
      return `the lines into the ${units} of ${layer}, which are the weights ${parameter} of ν`;
    case 'BiasAdd':
      return `the ${units} of ${layer}, to each of which +B adds its bias of ${parameter}, the colour of its ring`;
    default:
      return `the ${units} of ${layer} and the curve of ${name} under them`;
  }
}

function updateParts({ operations, recipe }: PassContext, drawing: Drawing): string {
  if (drawing === 'circles') return 'all lines and all circles, whose weights and biases change';
  if (drawing === 'layers') return `${formatCount(recipe.layers.length, 'layer')}, whose parameters change`;
  const learning = operations.filter((shape) => parameterName(shape) !== null);
  return `the ${formatCount(learning.length, 'box', 'boxes')} with something to learn`;
}

/** `M1 (32, 13)`. */
function edgeWords(context: PassContext, edge: number): string {
  const matrix = edgeMatrix(context, edge);
  return `${outputName(context.operations, edge - 1)}${matrix === null ? '' : ` ${shapeText(matrix)}`}`;
}

/** `unit 3 of layer 1 and the 13 lines into it`. */
function followedWords(context: PassContext, { column, unit, lines }: FollowedPlace): string {
  const { recipe } = context;
  const names = networkNames(context);
  const name = unitName(names, column, unit);
  if (typeof lines === 'object') return `the line from ${unitName(names, column - 1, lines.from)} into ${name}`;
  if (lines === 'out') return `${name} and the ${formatCount(recipe.layers[column]?.units ?? 0, 'line')} out of it`;
  if (column === 0) return name;
  const inputs = column === 1 ? names.features.length : (recipe.layers[column - 2]?.units ?? 0);
  return `${name} and the ${formatCount(inputs, 'line')} into it`;
}
