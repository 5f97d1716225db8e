import { formatNumber } from '../../../charts/numbers/format';
import type { OperationShape } from '../../../engine/types';
import type { FoldedColumn } from '../../network/column-fold';
import { ROOF } from '../../network/factory-box';
import { type ColumnPlace, type EdgePlace, edgeEnds, edgeHeight } from '../../network/layout';
import { columnWords, shortName } from '../../network/picture';
import type { NetworkWeights } from '../../network/weights';
import { networkNames, type PassContext } from '../names';
import { type CirclesLayout, layOutCircles, regionOf } from './circles-layout';
import type { FollowedPlace } from './followed-place';
import { type Lit, litStyle } from './lit';
import { labelRoom } from './rows';
import type { Scene, Shape } from './scene';
import {
  boxesOf,
  boxKey,
  boxShapes,
  edgeKey,
  edgeShapes,
  edgeWords,
  layerKey,
  longestShape,
  tagShapes,
  tagWidth,
  textShape,
  wallShape,
} from './shapes';

/** Height of small text in CSS pixels, as in the tokens. */
const EM = 13;
const CAPITAL = 0.72;
/** Length of a line, in CSS pixels, from which on its weight is written on it. */
const ROOM_FOR_VALUES = 84;
/** Width of a column's box from which on a gap says `50 more` instead of the number alone. */
const ROOM_FOR_MORE = 36;

export interface CirclesView {
  /** How each column is folded, the features first. */
  readonly folded: readonly FoldedColumn[];
  readonly weights: NetworkWeights | null;
  readonly followed: FollowedPlace | null;
}

/** What the parts of the picture are made from. */
interface Picture extends CirclesView {
  readonly context: PassContext;
  readonly lit: Lit;
  readonly layout: CirclesLayout;
}

/** Units of the columns: 0 for the features, n for layer n. */
export function columnCounts(context: PassContext): readonly number[] {
  return [context.recipe.data.features.length, ...networkNames(context).layers.map(({ units }) => units)];
}

/** The drawing by units and weights: a circle for each unit, a line for each weight. */
export function circlesScene(context: PassContext, lit: Lit, view: CirclesView, available: number): Scene {
  const layout = layOut(context, view.folded, available);
  const picture = { ...view, context, lit, layout };
  return {
    width: layout.width,
    height: layout.height,
    shapes: [
      ...layout.network.columns.flatMap((_, column) => columnShapes(picture, column)),
      ...lineShapes(picture),
      ...lossShapes(picture),
      ...layout.network.columns.flatMap((column, i) => [...gapShapes(column, i), ...unitShapes(picture, column, i)]),
      ...layout.network.edges.flatMap((edge) => valueShapes(picture, edge)),
    ],
  };
}

function layOut(context: PassContext, folded: readonly FoldedColumn[], available: number): CirclesLayout {
  const { operations } = context;
  const names = networkNames(context);
  const counts = columnCounts(context);
  return layOutCircles(counts, folded, {
    available,
    em: EM,
    nameWidth: Math.max(...names.features.map((name) => shortName(name).length)) * CAPITAL * EM,
    label: labelRoom(longestShape(context)),
    tag: tagWidth(context, operations.length) ?? 0,
    isConnected: names.layers.map(({ isConnected }) => isConnected),
    words: [
      counts.map((_, column) => columnWords(names, column, false)),
      counts.map((_, column) => columnWords(names, column, true)),
      counts.map((count, column) => (column === 0 ? [] : [String(column), String(count)])),
    ],
  });
}

/** The walls, words, operations and labels of a column; the features have only words and a label. */
function columnShapes(picture: Picture, column: number): Shape[] {
  const { context, lit, layout } = picture;
  const { x, box, wordsY } = layout.network.columns[column] as ColumnPlace;
  const layer = column - 1;
  const boxes = boxesOf(context, layer);
  const leaves = column === 0 ? 0 : (boxes.at(-1) as number) + 1;
  const lines = layout.words[column] ?? [];
  const words = lines.map((line, i) =>
    textShape(
      i === 0 ? `title:${layer}` : `column-word:${layer}:${i}`,
      box ? layerKey(layer) : edgeKey(0),
      line,
      i === 0 ? 'title' : 'word',
      x,
      wordsY - (lines.length - 1 - i) * 1.25 * EM,
    ),
  );
  const [name, shape] = labelPlaces(layout, column, x);
  const labels = edgeWords(context, leaves, lit, name, shape);
  if (box === null) return [...words, ...labels];
  return [
    wallShape(layerKey(layer), boxKey(boxes[0] as number), box, 'card', ROOF),
    ...boxes.flatMap((one) => operationShapes(picture, one, column)),
    ...words,
    ...labels,
  ];
}

type TextPlace = readonly [x: number, y: number, turn: number];

/**
 * Positions of the name and the shape of a column's output: below it, or beside the edge to a loss that hangs there.
 */
function labelPlaces(layout: CirclesLayout, column: number, x: number): readonly [name: TextPlace, shape: TextPlace] {
  const { labelY, isTurned, isLossBelow, network } = layout;
  if (!isTurned) return [[x, labelY, 0] as const, [x, labelY + 16, 0] as const];
  const middle = labelY + 28;
  const left = isLossBelow && column === network.columns.length - 1 ? x + 5 : x - 5;
  return [[left, middle, 90] as const, [left + 15, middle, 90] as const];
}

/** The region of an operation, with the curve of an activation; its letter is in the words. */
function operationShapes({ context, lit, layout }: Picture, box: number, column: number): Shape[] {
  const { role, curve: values } = context.operations[box] as OperationShape;
  const region = regionOf(layout, role, column);
  const lights = litStyle(lit.boxes.includes(box), lit);
  const style = role === 'weights' ? 'region lines' : 'region';
  const wall = wallShape(boxKey(box), layerKey(column - 1), region, `${style}${lights}`, 0);
  if (values === null) return [{ ...wall, box }];
  const { x, y, width, height } = region;
  const curve: Shape = {
    key: `curve:${box}`,
    kind: 'curve',
    geometry: [x + width / 2, y + height / 2 + 1, Math.min(1.5 * EM, width - 8), 0.8 * EM],
    style: `glyph${lights}`,
    home: boxKey(box),
    values,
  };
  return [{ ...wall, box }, curve];
}

/** The operation that multiplies by the weights of a column. */
function multiplication({ context }: Picture, column: number): number {
  const boxes = boxesOf(context, column - 1);
  return boxes.find((box) => context.operations[box]?.role === 'weights') ?? (boxes[0] as number);
}

function isFollowed({ followed }: Picture, { from, to }: EdgePlace): boolean {
  if (followed === null) return false;
  const { column, unit, lines } = followed;
  if (lines === 'out') return from.column === column && from.unit === unit;
  return to.column === column && to.unit === unit && (lines === 'in' || lines.from === from.unit);
}

/** Followed lines are drawn over the others. */
function lineShapes(picture: Picture): Shape[] {
  const { edges } = picture.layout.network;
  const isOver = (edge: EdgePlace): boolean => isFollowed(picture, edge);
  return [...edges.filter((edge) => !isOver(edge)), ...edges.filter(isOver)].map((edge) => lineShape(picture, edge));
}

function lineShape(picture: Picture, edge: EdgePlace): Shape {
  const { lit, layout, weights } = picture;
  const { from, to } = edge;
  const { x0, x1 } = edgeEnds(layout.network, edge);
  const box = multiplication(picture, to.column);
  const isLit = lit.boxes.includes(box);
  const style = isFollowed(picture, edge) ? ' followed' : isLit ? ' lit' : ' dim';
  return {
    key: `line:${to.column}:${from.unit}:${to.unit}`,
    kind: 'line',
    geometry: [x0, from.y, x1, to.y],
    style: `weight-edge${style}`,
    home: edgeKey(box),
    strength: weights ? weights.strength(weights.weight(to.column, from.unit, to.unit)) : 0,
  };
}

/** The weights of the followed lines, if there is room. */
function valueShapes(picture: Picture, edge: EdgePlace): Shape[] {
  const { weights, layout, followed } = picture;
  const { from, to } = edge;
  const { x0, x1 } = edgeEnds(layout.network, edge);
  if (weights === null || x1 - x0 < ROOM_FOR_VALUES || !isFollowed(picture, edge)) return [];
  const share = followed?.lines === 'out' ? 0.72 : 0.28;
  const weight = weights.weight(to.column, from.unit, to.unit);
  const y = edgeHeight(edge, share) + 4;
  return [
    textShape(
      `value:${to.column}:${from.unit}:${to.unit}`,
      edgeKey(multiplication(picture, to.column)),
      formatNumber(weight, 2),
      'value',
      x0 + (x1 - x0) * share,
      y,
    ),
  ];
}

function lossShapes({ context, lit, layout }: Picture): Shape[] {
  const box = context.operations.length;
  const { loss, edges } = layout;
  const [into, out] = edges;
  const intoEdge = edgeShapes(context, box, lit, into).filter(({ kind }) => kind === 'edge');
  return [
    // The name and the shape of the predictions stand below the last column.
    ...intoEdge,
    ...edgeShapes(context, box + 1, lit, out),
    ...tagShapes(context, box, lit, loss.x + loss.width / 2, loss.y + loss.height),
    ...boxShapes(context, box, lit, loss, 'factory'),
  ];
}

/** The gap of a folded column; choosing it unfolds the column. */
function gapShapes({ x, folds, box }: ColumnPlace, column: number): Shape[] {
  const hasRoom = box === null || box.width >= ROOM_FOR_MORE;
  const home = column === 0 ? edgeKey(0) : layerKey(column - 1);
  return folds.flatMap(({ y, hidden }, i) => [
    { ...textShape(`gap-dots:${column}:${i}`, home, '⋮', 'gap', x, y), unfolds: column },
    {
      ...textShape(`gap:${column}:${i}:${hidden}`, home, hasRoom ? `${hidden} more` : String(hidden), 'gap', x, y + EM),
      unfolds: column,
    },
  ]);
}

function unitShapes(picture: Picture, { units }: ColumnPlace, column: number): Shape[] {
  const { context, layout, followed, weights, lit } = picture;
  const { radius } = layout.network;
  const boxes = boxesOf(context, column - 1);
  const isLit =
    column === 0
      ? lit.edges.includes(0)
      : boxes.some((box) => lit.boxes.includes(box) && box !== multiplication(picture, column));
  const home = column === 0 ? edgeKey(0) : layerKey(column - 1);
  return units.flatMap(({ unit, x, y }): Shape[] => {
    const size = column === 0 ? radius / 2 : radius;
    const circle: Shape = {
      key: `unit:${column}:${unit}`,
      kind: 'circle',
      geometry: [x, y, size],
      style: `${column === 0 ? 'bead' : 'ring'}${litStyle(isLit, lit)}`,
      home,
      ...(column > 0 && weights ? { strength: weights.strength(weights.bias(column, unit)) } : {}),
      unit: [column, unit],
    };
    const halo: Shape = { key: `halo:${column}`, kind: 'circle', geometry: [x, y, size * 1.5], style: 'halo', home };
    const name = context.recipe.data.features[unit] ?? '';
    const words =
      column === 0 ? [textShape(`feature:${unit}`, home, shortName(name), 'feature', x - radius, y + 4)] : [];
    const isFollowedUnit = followed?.column === column && followed.unit === unit;
    return [...(isFollowedUnit ? [halo] : []), circle, ...words];
  });
}
