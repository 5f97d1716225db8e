/**
 * Shapes shared by the drawings of a pass: edges with names and shapes, boxes with letters, and what hangs from boxes.
 */
import type { Matrix } from '../../../engine/types';
import { type Box, ROOF } from '../../network/factory-box';
import { learnedParameters } from '../arrays';
import { boxName, outputName, type PassContext, shapeText } from '../names';
import { type Lit, litStyle } from './lit';
import { type PassEdge, straight } from './rows';
import type { Shape } from './scene';

const TAG_HEIGHT = 34;
/** From the bottom of a box to the top of what hangs from it. */
const HANG = 14;

/** The wall around layer `layer`, counted from 0; the one after the last is that of the loss. */
export const layerKey = (layer: number): string => `layer:${layer}`;
export const boxKey = (box: number): string => `box:${box}`;
export const edgeKey = (edge: number): string => `edge:${edge}`;

/** The layer of a box, counted from 0; for the loss, the number of layers. */
export function layerOf({ operations, recipe }: PassContext, box: number): number {
  return operations[box]?.layer ?? recipe.layers.length;
}

/** The boxes of a layer, in forward order. */
export function boxesOf(context: PassContext, layer: number): readonly number[] {
  const boxes = Array.from({ length: context.operations.length + 1 }, (_, box) => box);
  return boxes.filter((box) => layerOf(context, box) === layer);
}

/** The array on the edge into box `edge`; null for the loss, which leaves the last box. */
export function edgeMatrix({ operations, pass: { trace } }: PassContext, edge: number): Matrix | null {
  if (edge > operations.length) return null;
  return trace.operations[edge]?.input ?? trace.predictions;
}

export function longestShape({ pass: { trace } }: PassContext): number {
  const shapes = trace.operations.flatMap(({ input, output }) => [shapeText(input), shapeText(output)]);
  return Math.max(...shapes.map(({ length }) => length));
}

export function textShape(
  key: string,
  home: string,
  text: string,
  style: string,
  x: number,
  y: number,
  turn = 0,
): Shape {
  return { key, kind: 'text', geometry: [x, y, turn], style, home, text };
}

export function wallShape(key: string, home: string, { x, y, width, height }: Box, style: string, roof: number): Shape {
  return { key, kind: 'box', geometry: [x, y, width, height, roof], style, home };
}

/** The shapes of an edge. It belongs to the layer it leads into. */
export function edgeShapes(context: PassContext, edge: number, lit: Lit, place: PassEdge): Shape[] {
  const style = `edge${litStyle(lit.edges.includes(edge), lit)}`;
  const home = layerKey(layerOf(context, Math.min(edge, context.operations.length)));
  const shows = edgeName(context, edge);
  return [
    { key: edgeKey(edge), kind: 'edge', geometry: place.points, style, home, shows },
    ...edgeWords(context, edge, lit, [place.labelX, place.y - 8, 0], [place.labelX, place.y + 17, 0]),
  ];
}

/** The name and the shape of an edge's array, each at x, y and a rotation. */
export function edgeWords(
  context: PassContext,
  edge: number,
  lit: Lit,
  [nameX, nameY, nameTurn]: readonly [number, number, number],
  [shapeX, shapeY, shapeTurn]: readonly [number, number, number],
): Shape[] {
  const home = layerKey(layerOf(context, Math.min(edge, context.operations.length)));
  const matrix = edgeMatrix(context, edge);
  const isBack = lit.isBackward && lit.edges.includes(edge);
  const shows = edgeName(context, edge);
  const text = isBack ? `∂${shows}` : shows;
  const words = { ...textShape(`name:${edge}`, home, text, 'name', nameX, nameY, nameTurn), shows };
  if (matrix === null) return [words];
  return [words, textShape(`shape:${edge}`, home, shapeText(matrix), 'shape', shapeX, shapeY, shapeTurn)];
}

/** The name of an edge's array. */
function edgeName({ operations }: PassContext, edge: number): string {
  return edge > operations.length ? 'L' : outputName(operations, edge - 1);
}

/** An operation, or the loss, with its letter. */
export function boxShapes(
  context: PassContext,
  box: number,
  lit: Lit,
  place: Box,
  style: string,
  roof = ROOF,
): Shape[] {
  const shape = context.operations[box];
  const letter = shape ? boxName(shape) : 'Λ';
  const { x, y, width, height } = place;
  const lights = litStyle(lit.boxes.includes(box), lit);
  const home = layerKey(layerOf(context, box));
  return [
    { ...wallShape(boxKey(box), home, place, `${style}${lights}`, roof), box },
    {
      ...textShape(
        `letter:${box}`,
        boxKey(box),
        letter,
        `letter${letter.length > 4 ? ' long' : ''}${lights}`,
        x + width / 2,
        y + height / 2 + 5,
      ),
      box,
    },
  ];
}

/** What hangs below a box, by its name: its parameters, or the true values below the loss. */
export function hangingMatrices(
  context: PassContext,
  box: number,
): readonly (readonly [name: string, matrix: Matrix])[] {
  const { operations, pass } = context;
  if (box === operations.length) return [['y', pass.trace.targets]];
  const own = learnedParameters(context).filter(({ operation }) => operation === box);
  return own.map(({ shape, traced }) => [shape.name, traced.value]);
}

const TAG_SPACE = 6;
const tagWidthOf = (matrix: Matrix): number => shapeText(matrix).length * 7.2 + 8;

/** Width of all that hangs below a box; null where nothing does. */
export function tagWidth(context: PassContext, box: number): number | null {
  const widths = hangingMatrices(context, box).map(([, matrix]) => tagWidthOf(matrix));
  return widths.length === 0 ? null : widths.reduce((sum, width) => sum + width + TAG_SPACE, -TAG_SPACE);
}

/** The parameters below their operation, side by side, each on an edge; the true values below the loss. */
export function tagShapes(context: PassContext, box: number, lit: Lit, x: number, bottom: number): Shape[] {
  const lights = litStyle(lit.boxes.includes(box), lit);
  const home = boxKey(box);
  const top = bottom + HANG;
  let left = x - (tagWidth(context, box) ?? 0) / 2;
  return hangingMatrices(context, box).flatMap(([name, matrix], i): Shape[] => {
    const width = tagWidthOf(matrix);
    const middle = left + width / 2;
    const place = { x: left, y: top, width, height: TAG_HEIGHT };
    left += width + TAG_SPACE;
    // The first goes without a number, so that a network with one parameter a box keeps its keys.
    const key = i === 0 ? `${box}` : `${box}:${i}`;
    const shapes: Shape[] = [
      {
        key: `cord:${key}`,
        kind: 'edge',
        geometry: straight({ x: middle, y: bottom }, { x: middle, y: top }),
        style: `cord${lights}`,
        home,
      },
      wallShape(`tag:${key}`, home, place, `tag${lights}`, 0),
      textShape(`tag-name:${key}`, home, name, 'name', middle, top + 14),
      textShape(`tag-shape:${key}`, home, shapeText(matrix), 'shape', middle, top + 28),
    ];
    return shapes.map((shape) => ({ ...shape, box, shows: name }));
  });
}
