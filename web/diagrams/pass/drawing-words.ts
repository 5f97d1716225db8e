/** The drawings of a pass in words: what each box is, what a drawing shows, and what the current step highlights. */
import { formatCount } from '../../charts/numbers/format';
import type { Drawing } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { unitName } from '../network/words';
import { learningOperations } from './arrays';
import { boxName, boxTitle, networkNames, outputName, type PassContext, shapeText } from './names';
import { layerTitle } from './scenes/boxes-scene';
import type { FollowedPlace } from './scenes/followed-place';
import { boxesOf, edgeMatrix, hangingMatrices } from './scenes/shapes';

/** `ν of layer 1, with W1 (13, 13)`. */
export function boxLabel(context: PassContext, box: number): string {
  const shape = context.operations[box];
  if (shape === undefined) return 'Λ, the loss';
  const hanging = hangingWords(context, box);
  return `${boxTitle(shape)}${hanging === '' ? '' : `, with ${hanging}`}`;
}

/** `W1 (13, 13)`; empty for a box from which nothing hangs. */
function hangingWords(context: PassContext, box: number): string {
  return hangingMatrices(context, box)
    .map(([name, matrix]) => `${name} ${shapeText(matrix)}`)
    .join(' and ');
}

/** What the drawing shows, in a sentence. */
export function drawingWords(context: PassContext, drawing: Drawing): string {
  const { operations } = context;
  switch (drawing) {
    case 'boxes':
      return `A box for each of the ${formatCount(operations.length, 'operation')} and one for the loss; below a box hang the parameters it learns; below the loss, the true values it compares with.`;
    case 'layers':
      return `The same boxes, those of a layer moved together into one: ${layersInWords(context)}, then the loss.`;
    case 'circles': {
      const { layers } = networkNames(context);
      const units = layers.reduce((sum, layer) => sum + layer.units, 0);
      const weights = operations
        .filter(({ role }) => role === 'weights')
        .reduce((sum, { inputs, columns }) => sum + inputs * columns, 0);
      return `The same layers opened: ${formatCount(units, 'circle')} for the units and ${formatCount(weights, 'line')} for the weights. A line is blue where its weight is positive, orange where negative, and the stronger the wider.`;
    }
  }
}

function layersInWords(context: PassContext): string {
  const layers = networkNames(context).layers.map(
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
  const name = boxName(shape);
  if (drawing === 'boxes') {
    return `the box ${name} of ${layer}, between the edges ${edgeWords(context, box)} and ${edgeWords(context, box + 1)}`;
  }
  if (drawing === 'layers') {
    const boxes = boxesOf(context, shape.layer);
    return `${layer}, in which ${name} is at work, operation ${boxes.indexOf(box) + 1} of ${boxes.length}`;
  }
  const units = formatCount(shape.columns, 'unit');
  const parameter = hangingWords(context, box);
  switch (shape.role) {
    case 'weights':
      return `the lines into the ${units} of ${layer}, which are the weights ${parameter} of ${name}`;
    case 'bias':
      return `the ${units} of ${layer}, to each of which ${name} adds its bias of ${parameter}, the colour of its ring`;
    case 'activation':
      return `the ${units} of ${layer} and the curve of ${name} under them`;
    case 'regulariser':
      return `the ${units} of ${layer}, each in the place of one before it`;
  }
}

function updateParts(context: PassContext, drawing: Drawing): string {
  if (drawing === 'circles') return 'all lines and all circles, whose weights and biases change';
  if (drawing === 'layers') return `${formatCount(context.recipe.layers.length, 'layer')}, whose parameters change`;
  return `the ${formatCount(learningOperations(context).length, 'box', 'boxes')} with something to learn`;
}

/** `M1 (32, 13)`. */
function edgeWords(context: PassContext, edge: number): string {
  const matrix = edgeMatrix(context, edge);
  return `${outputName(context.operations, edge - 1)}${matrix === null ? '' : ` ${shapeText(matrix)}`}`;
}

/** `unit 3 of layer 1 and the 13 lines into it`. */
function followedWords(context: PassContext, { column, unit, lines }: FollowedPlace): string {
  const names = networkNames(context);
  const name = unitName(names, column, unit);
  const linesOf = (layer: number, all: number) => formatCount(names.layers[layer]?.isConnected ? all : 1, 'line');
  if (typeof lines === 'object') return `the line from ${unitName(names, column - 1, lines.from)} into ${name}`;
  if (lines === 'out') return `${name} and the ${linesOf(column, names.layers[column]?.units ?? 0)} out of it`;
  if (column === 0) return name;
  const inputs = column === 1 ? names.features.length : (names.layers[column - 2]?.units ?? 0);
  return `${name} and the ${linesOf(column - 1, inputs)} into it`;
}
