import { describe, expect, test } from 'vitest';
import { foldColumn, WINDOW, windowOfColumn } from '../../web/diagrams/network/column-fold';
import { edgeTo, flowInRows } from '../../web/diagrams/pass/scenes/rows';
import { between, GEOMETRY, type Scene, type Shape } from '../../web/diagrams/pass/scenes/scene';

const shape = (key: string, kind: Shape['kind'], geometry: readonly number[], home = ''): Shape => ({
  key,
  kind,
  geometry,
  home,
  style: '',
});

const FROM: Scene = {
  width: 100,
  height: 40,
  shapes: [
    shape('layer', 'box', [0, 0, 60, 40, 0]),
    shape('a', 'box', [0, 10, 20, 20, 9], 'layer'),
    shape('word', 'text', [10, 20, 0], 'layer'),
    shape('edge', 'edge', [0, 5, 2, 5, 4, 5, 6, 5, 8, 5, 10, 5]),
  ],
};
const TO: Scene = {
  width: 200,
  height: 140,
  shapes: [
    shape('layer', 'box', [100, 20, 40, 100, 9]),
    shape('unit', 'circle', [120, 50, 8], 'layer'),
    shape('line', 'line', [60, 30, 112, 50], 'edge'),
    shape('edge', 'edge', [0, 5, 2, 5, 4, 5, 6, 5, 8, 5, 10, 5]),
  ],
};

const named = (scene: Scene, key: string): Shape => {
  const found = scene.shapes.find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};

describe('the way from one drawing to another', () => {
  test('begins as the one and ends as the other', () => {
    expect(between(FROM, TO, 0)).toEqual(FROM);
    expect(between(FROM, TO, 1)).toEqual(TO);
  });

  test('is half done in the middle', () => {
    const middle = between(FROM, TO, 0.5);
    expect([middle.width, middle.height]).toEqual([150, 90]);
    expect(named(middle, 'layer').geometry).toEqual([50, 10, 50, 70, 4.5]);
  });

  test('starts and ends slowly, and never turns back', () => {
    const left = Array.from(
      { length: 101 },
      (_, i) => named(between(FROM, TO, i / 100), 'layer').geometry[0] as number,
    );
    left.slice(1).forEach((x, i) => {
      expect(x).toBeGreaterThan(left[i] as number);
    });
    expect(left[1]).toBeLessThan(0.1);
    expect(left[99]).toBeGreaterThan(99.9);
  });

  test('unfolds new shapes from their parent shape, and folds removed ones into it', () => {
    const early = between(FROM, TO, 1e-9);
    // The middle of the layer, and the ends of the edge.
    expect(named(early, 'unit').geometry.map(Math.round)).toEqual([30, 20, 0]);
    expect(named(early, 'line').geometry.map(Math.round)).toEqual([0, 5, 10, 5]);
    expect(named(early, 'unit').opacity).toBe(0);
    const late = between(FROM, TO, 1 - 1e-9);
    expect(named(late, 'a').geometry.map(Math.round)).toEqual([100, 20, 40, 100, 9]);
    expect(named(late, 'word').geometry.map(Math.round)).toEqual([120, 70, 0]);
    expect(named(late, 'a').opacity).toBe(0);
  });

  test('can be turned round half way without a jump', () => {
    const middle = between(FROM, TO, 0.5);
    const back = between(middle, FROM, 1e-9);
    for (const one of middle.shapes) {
      const again = named(back, one.key);
      again.geometry.forEach((value, i) => {
        expect(value).toBeCloseTo(one.geometry[i] as number, 5);
      });
      expect(again.opacity ?? 1).toBeCloseTo(one.opacity ?? 1, 5);
    }
  });

  test('keeps as many numbers as its kind has', () => {
    for (const { kind, geometry } of between(FROM, TO, 0.3).shapes) {
      expect(geometry).toHaveLength(GEOMETRY[kind].length);
    }
  });
});

describe('a folded column', () => {
  const words = (column: ReturnType<typeof foldColumn>) => ({
    units: column.units.map(({ unit }) => unit),
    hidden: column.gaps.map(({ hidden }) => hidden),
  });

  test('is whole while it is short', () => {
    expect(words(foldColumn(14))).toEqual({ units: Array.from({ length: 14 }, (_, i) => i), hidden: [] });
  });

  test('shows its first eight and last two units', () => {
    expect(words(foldColumn(64))).toEqual({ units: [0, 1, 2, 3, 4, 5, 6, 7, 62, 63], hidden: [54] });
  });

  test('shows any unit one wants, in as many rows', () => {
    expect(words(foldColumn(64, 30))).toEqual({ units: [0, 1, 2, 3, 4, 5, 30, 63], hidden: [24, 32] });
    for (let kept = 0; kept < 64; kept += 1) {
      const column = foldColumn(64, kept);
      expect(column.slots).toBe(foldColumn(64).slots);
      expect(column.units.map(({ unit }) => unit)).toContain(kept);
    }
  });

  test('leaves nothing out that it does not count, and lays nothing over anything', () => {
    for (const column of [foldColumn(15), foldColumn(256, 100), windowOfColumn(256, 64), windowOfColumn(40, 8)]) {
      const taken = [
        ...column.units.map(({ slot }) => slot),
        ...column.gaps.flatMap(({ slot }) => [slot, slot + 1]),
      ].sort((a, b) => a - b);
      expect(taken).toEqual(Array.from({ length: column.slots }, (_, i) => i));
    }
    const { units, gaps } = foldColumn(256, 100);
    expect(units.length + gaps.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(256);
  });

  test('unfolds a window at a time', () => {
    expect(words(windowOfColumn(64, 0))).toEqual({
      units: Array.from({ length: WINDOW }, (_, i) => i),
      hidden: [64 - WINDOW],
    });
    expect(words(windowOfColumn(64, 20)).hidden).toEqual([20, 12]);
  });
});

describe('rows of groups', () => {
  test('hold as many as fit', () => {
    const { places, height } = flowInRows([100, 100, 100], 50, 20, 10, 300);
    expect(places.map(({ x }) => x)).toEqual([20, 140, 20]);
    expect(places[0]?.y).toBe(places[1]?.y);
    expect(height).toBeGreaterThan(100);
  });

  test('are joined by edges with the right ends', () => {
    const [from, to] = [
      { x: 240, y: 25 },
      { x: 20, y: 97 },
    ];
    for (const points of [edgeTo(from, to, 20, 72), edgeTo(null, to, 20, 72), edgeTo(from, { x: 300, y: 25 }, 20, 0)]) {
      expect(points).toHaveLength(12);
    }
    const points = edgeTo(from, to, 20, 72);
    expect([...points.slice(0, 2), ...points.slice(-2)]).toEqual([240, 25, 20, 97]);
    expect(points.filter((_, i) => i % 2 === 1).every((y) => y === 25 || y === 97 || (y > 25 && y < 72))).toBe(true);
  });
});
