import { describe, expect, it } from 'vitest';
import { type GraphBox, type GraphEdge, layOutGraph } from '../../web/figures/box-graph-layout';
import { layOutPlane, roundTicks } from '../../web/figures/plane-layout';

describe('the ticks of a plane', () => {
  it('are round numbers within the domain, both ends included', () => {
    expect(roundTicks([-2, 2], 4)).toEqual([-2, -1, 0, 1, 2]);
    expect(roundTicks([-0.07, 1.1], 5)).toEqual([0, 0.5, 1]);
    expect(roundTicks([0.41, 0.59], 4)).toEqual([0.45, 0.5, 0.55]);
  });

  it('show 0 without a sign', () => {
    expect(roundTicks([-1, 1], 2).some((tick) => Object.is(tick, -0))).toBe(false);
  });
});

describe('a plane', () => {
  const plane = layOutPlane([-3, 3], [0, 9], 600, 300);

  it('puts the corners of the domain at its edges, upside up', () => {
    expect([plane.toX(-3), plane.toX(3)]).toEqual([expect.closeTo(plane.left, 9), expect.closeTo(plane.right, 9)]);
    expect([plane.toY(0), plane.toY(9)]).toEqual([expect.closeTo(plane.bottom, 9), expect.closeTo(plane.top, 9)]);
    expect(plane.top).toBeLessThan(plane.bottom);
  });

  it('finds the x under a pixel', () => {
    for (const x of [-3, -1.23, 0, 2.5]) expect(plane.fromX(plane.toX(x))).toBeCloseTo(x, 12);
  });
});

describe('a graph of boxes', () => {
  const boxes: readonly GraphBox[] = [
    { id: 'x', kind: 'end', title: 'x', column: 0, row: 0 },
    { id: 'y', kind: 'end', title: 'y', column: 0, row: 1 },
    { id: 'a', kind: 'factory', title: '+', column: 1, row: 0.5 },
    { id: 'f', kind: 'factory', title: 'sigmoid', slope: '0.000910221', column: 2, row: 0.5 },
    { id: 's', kind: 'end', title: 's', column: 3, row: 0.5 },
  ];
  const edges: readonly GraphEdge[] = [
    { from: 'x', to: 'a', forward: '3', backward: '0.000910221' },
    { from: 'y', to: 'a', forward: '4', backward: '0.000910221' },
    { from: 'a', to: 'f', forward: '7', backward: '0.000910221' },
    { from: 'f', to: 's', forward: '0.999089', backward: '1' },
  ];
  const placeIn = (width: number, id: string) => {
    const found = layOutGraph(boxes, edges, width).boxes.find(({ box }) => box.id === id);
    if (found === undefined) throw new RangeError(id);
    return found.place;
  };

  it('runs from left to right if there is room', () => {
    expect(placeIn(800, 's').x).toBeGreaterThan(placeIn(800, 'x').x);
    expect(layOutGraph(boxes, edges, 800).width).toBeLessThanOrEqual(800);
  });

  it('runs from the top down if there is no room', () => {
    expect(placeIn(320, 's').y).toBeGreaterThan(placeIn(320, 'x').y);
    expect(placeIn(320, 'x').y).toBe(placeIn(320, 'y').y);
  });

  it.each([320, 480, 800, 1200])('keeps boxes apart and within its size at %d px', (width) => {
    const graph = layOutGraph(boxes, edges, width);
    for (const { place } of graph.boxes) {
      expect(place.x).toBeGreaterThanOrEqual(0);
      expect(place.x + place.width).toBeLessThanOrEqual(graph.width);
      expect(place.y + place.height).toBeLessThanOrEqual(graph.height);
    }
    graph.boxes.forEach(({ place: a }, i) => {
      for (const { place: b } of graph.boxes.slice(i + 1)) {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(isApart).toBe(true);
      }
    });
  });

  it('names a box it does not have', () => {
    expect(() => layOutGraph(boxes, [{ from: 'x', to: 'z' }], 800)).toThrow('“z”');
  });
});
