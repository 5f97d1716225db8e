import { expect, test } from 'vitest';
import { edgeEnds, edgeHeight, layOutNetwork } from '../../web/diagrams/network/layout';
import { legendTicks } from '../../web/diagrams/network/legend';
import { columnWords } from '../../web/diagrams/network/picture';
import { edgeAt, unitAt, walk } from '../../web/diagrams/network/pointing';
import { NetworkWeights, STRENGTHS, strengthOf } from '../../web/diagrams/network/weights';
import { describeEdge, describeNetwork, describeUnit, networkLayers } from '../../web/diagrams/network/words';
import { networkOf, recipeOf } from './network-fixture';

const SPACE = { available: 800, em: 13, nameWidth: 60, targetWidth: 40, wordWidth: 60, isConnected: [] };

test('a wide layer is folded to its first eight and last two units', () => {
  const layout = layOutNetwork([13, 128, 1], SPACE);
  expect(layout.columns[1]?.units.map(({ unit }) => unit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 126, 127]);
  expect(layout.columns[1]?.folds.map(({ hidden }) => hidden)).toEqual([118]);
  expect(layout.edges).toHaveLength(13 * 10 + 10);
});

test.each([256, 320, 390, 768, 1400])('in %d px nothing leaves the drawing and nothing overlaps', (available) => {
  const layout = layOutNetwork([13, 13, 128, 1], { ...SPACE, available });
  expect(layout.width).toBeLessThanOrEqual(Math.max(available, 340));
  for (const { units, box, wordsY } of layout.columns) {
    for (const { x, y } of units) {
      expect(x - layout.radius).toBeGreaterThanOrEqual(0);
      expect(x + layout.radius).toBeLessThanOrEqual(layout.width);
      expect(y).toBeLessThanOrEqual(layout.height);
    }
    for (const [i, { y }] of units.slice(1).entries())
      expect(y - (units[i]?.y ?? 0)).toBeGreaterThan(2 * layout.radius);
    // Three lines of words stand above a box, one above the features.
    expect(wordsY - (box ? 3 : 1) * layout.em).toBeGreaterThanOrEqual(0);
    if (box) expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
  }
  const boxes = layout.columns.slice(1).map(({ box }) => box);
  for (const [i, box] of boxes.slice(1).entries()) {
    const before = boxes[i];
    if (box && before) expect(box.x).toBeGreaterThan(before.x + before.width);
  }
});

test('a layer without weights has one edge into each unit', () => {
  const layout = layOutNetwork([2, 3, 3], { ...SPACE, isConnected: [true, false] });
  const pairs = layout.edges.slice(6).map(({ from, to }) => [from.unit, to.unit]);
  expect(pairs).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
});

test('an edge is found by its curve, a unit by its circle', () => {
  const layout = layOutNetwork([2, 2, 1], SPACE);
  const edge = layout.edges[2];
  if (!edge) throw new Error('no edge');
  const { x0, x1 } = edgeEnds(layout, edge);
  expect(edgeHeight(edge, 0)).toBeCloseTo(edge.from.y, 3);
  expect(edgeHeight(edge, 1)).toBeCloseTo(edge.to.y, 3);
  expect(edgeHeight(edge, 0.5)).toBeCloseTo((edge.from.y + edge.to.y) / 2, 3);
  expect(edgeAt(layout, x0 + 0.2 * (x1 - x0), edgeHeight(edge, 0.2))).toBe(edge);
  expect(edgeAt(layout, x0 + 0.5 * (x1 - x0), 0)).toBeNull();
  const unit = layout.columns[1]?.units[1];
  expect(unitAt(layout, unit?.x ?? 0, (unit?.y ?? 0) + 2)).toBe(unit);
  expect(unitAt(layout, 0, 0)).toBeNull();
});

test('arrow keys walk units and layers and stop at the edges', () => {
  const layout = layOutNetwork([3, 128, 1], SPACE);
  const [features, wide, output] = layout.columns.map(({ units }) => units);
  if (!features?.[0] || !wide?.[7] || !output?.[0]) throw new Error('no units');
  expect(walk(layout, features[0], 'ArrowUp')).toBe(features[0]);
  expect(walk(layout, features[0], 'ArrowDown')).toBe(features[1]);
  expect(walk(layout, wide[7], 'ArrowDown')?.unit).toBe(126);
  expect(walk(layout, features[0], 'End')).toBe(features[2]);
  expect(walk(layout, features[0], 'ArrowRight')?.column).toBe(1);
  expect(walk(layout, wide[7], 'ArrowRight')).toBe(output[0]);
  expect(walk(layout, output[0], 'ArrowRight')).toBe(output[0]);
  expect(walk(layout, output[0], 'Enter')).toBeNull();
});

const { operations: OPERATIONS, parameters: SHAPES } = networkOf(
  recipeOf({
    data: { features: ['RM', 'LSTAT'] },
    layers: [
      { units: 3, activation: 'leaky-relu' },
      { units: 1, activation: 'linear' },
    ],
  }),
);
const PARAMETERS = Float64Array.of(1, 2, 3, 4, 5, 6, 0.1, 0.2, 0.3, -7, -8, -9, 0.5);
const NAMES = {
  features: ['RM', 'LSTAT'],
  target: 'MEDV',
  layers: networkLayers(OPERATIONS),
};

test('weights are read row by row from the flat parameters', () => {
  const weights = NetworkWeights.of([2, 3, 1], SHAPES, PARAMETERS);
  expect(weights?.weight(1, 1, 0)).toBe(4);
  expect(weights?.weight(2, 2, 0)).toBe(-9);
  expect(weights?.bias(1, 2)).toBe(0.3);
  expect(weights?.bias(2, 0)).toBe(0.5);
  // Twice the root mean square, 11.3, rounded up.
  expect(weights?.limit).toBe(20);
});

test('parameters of another network are not drawn', () => {
  expect(NetworkWeights.of([2, 4, 1], SHAPES, PARAMETERS)).toBeNull();
  expect(NetworkWeights.of([2, 3, 1], SHAPES, PARAMETERS.slice(1))).toBeNull();
  expect(NetworkWeights.of([2, 3, 1], [], PARAMETERS)).toBeNull();
  expect(NetworkWeights.of([2, 3, 1], SHAPES, null)).toBeNull();
});

test('strength grows with the square root and ends at the limit', () => {
  expect([0, 0.25, 1, 4, -0.25, -4, Number.NaN].map((value) => strengthOf(value, 1))).toEqual([
    0,
    STRENGTHS / 2,
    STRENGTHS,
    STRENGTHS,
    -STRENGTHS / 2,
    -STRENGTHS,
    0,
  ]);
});

const scaled = (by: number): NetworkWeights | null =>
  NetworkWeights.of(
    [2, 3, 1],
    SHAPES,
    PARAMETERS.map((value) => value * by),
  );

test('the strongest weight drawn is finite and of the size of the weights, whatever they are', () => {
  expect(scaled(Number.NaN)?.limit).toBe(1);
  expect(scaled(0)?.limit).toBe(1);
  expect(scaled(1e154)?.limit).toBe(2e155);
  expect(scaled(1e-200)?.limit).toBe(2e-199);
  expect(scaled(1e306)?.limit).toBe(2e307);
  expect(scaled(1e307)?.limit).toBe(1e308);
  expect(scaled(1e300)?.strength(9e300)).toBe(Math.round(Math.sqrt(9 / 20) * STRENGTHS));
  const one = PARAMETERS.slice();
  one[0] = Number.POSITIVE_INFINITY;
  const weights = NetworkWeights.of([2, 3, 1], SHAPES, one);
  expect(weights?.limit).toBe(20);
  expect(weights?.strength(weights.weight(1, 0, 0))).toBe(STRENGTHS);
});

test('the strongest weight drawn stays while the weights change little', () => {
  const next = (by: number, before: number): number | undefined =>
    NetworkWeights.of(
      [2, 3, 1],
      SHAPES,
      PARAMETERS.map((value) => value * by),
      before,
    )?.limit;
  // Twice the root mean square is 11.3 here; without a past it is rounded up to 20.
  expect(next(1, 20)).toBe(20);
  expect(next(0.85, 20)).toBe(20);
  expect(next(0.85, 50)).toBe(10);
  expect(next(1.05, 10)).toBe(20);
  expect(next(0.5, 20)).toBe(10);
});

test('parameters that are not finite are counted and reported', () => {
  expect(scaled(1)?.notFinite).toBe(0);
  expect(scaled(Number.NaN)?.notFinite).toBe(13);
  expect(scaled(1e160)?.notFinite).toBe(0);
  expect(describeNetwork(NAMES, 13)).toBe(
    '2 features into 3 leaky ReLU units, then 1 linear unit, which predicts MEDV: 13 parameters. 13 of them are not finite.',
  );
  const one = PARAMETERS.slice();
  one[3] = Number.NaN;
  expect(describeUnit(NAMES, NetworkWeights.of([2, 3, 1], SHAPES, one), 1, 0)).toBe(
    'Unit 1 of layer 1, leaky ReLU, bias 0.100; strongest inputs: LSTAT (not a number), RM (1.00); strongest outputs: unit 1 (−7.00)',
  );
});

test('the words above a layer are shortened if there is little room', () => {
  expect(columnWords(NAMES, 0, false)).toEqual(['2 features']);
  expect(columnWords(NAMES, 1, false)).toEqual(['layer 1', '3 units', 'leaky ReLU']);
  expect(columnWords(NAMES, 1, true)).toEqual(['layer 1', '3', 'leaky']);
  expect(columnWords(NAMES, 2, true)).toEqual(['layer 2', '1', 'linear']);
});

test('the key to the weights has numbers that fit', () => {
  expect(legendTicks(null)).toEqual(['−', '', '0', '', '+']);
  expect(legendTicks(5)).toEqual(['≤ −5', '−1.25', '0', '1.25', '≥ 5']);
  expect(legendTicks(0.5)).toEqual(['≤ −0.5', '', '0', '', '≥ 0.5']);
  expect(legendTicks(2e154)).toEqual(['≤ −2×10¹⁵⁴', '', '0', '', '≥ 2×10¹⁵⁴']);
});

test('units and edges are put into words', () => {
  const weights = NetworkWeights.of([2, 3, 1], SHAPES, PARAMETERS);
  expect(describeUnit(NAMES, weights, 1, 2)).toBe(
    'Unit 3 of layer 1, leaky ReLU, bias 0.300; strongest inputs: LSTAT (6.00), RM (3.00); strongest outputs: unit 1 (−9.00)',
  );
  expect(describeUnit(NAMES, weights, 0, 1)).toBe(
    'Feature LSTAT; strongest outputs: unit 3 (6.00), unit 2 (5.00), unit 1 (4.00)',
  );
  expect(describeUnit(NAMES, weights, 2, 0)).toBe(
    'Unit 1 of layer 2, the predicted MEDV, linear, bias 0.500; strongest inputs: unit 3 (−9.00), unit 2 (−8.00), unit 1 (−7.00)',
  );
  expect(describeUnit(NAMES, null, 1, 0)).toBe('Unit 1 of layer 1, leaky ReLU, not trained yet');
  expect(describeEdge(NAMES, weights, 1, 0, 1)).toBe('RM into unit 2 of layer 1: weight 2.00');
  expect(describeNetwork(NAMES)).toBe(
    '2 features into 3 leaky ReLU units, then 1 linear unit, which predicts MEDV: 13 parameters.',
  );
});
