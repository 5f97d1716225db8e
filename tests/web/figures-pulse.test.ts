/** The path of a pulse through the graphs. */
import { describe, expect, it } from 'vitest';
import { pulseShape } from '../../web/diagrams/pass/scenes/pulse';
import type { Scene, Shape } from '../../web/diagrams/pass/scenes/scene';
import { arraysAt, LAST_STAGE, pulseAt, stageWords } from '../../web/figures/foundations/matrix-pulse';

describe('a pulse through the matrix graph', () => {
  it('runs to L and back over the same edges', () => {
    const edges = Array.from({ length: LAST_STAGE }, (_, i) => pulseAt(i + 1));
    const forward = edges.filter((pulse) => pulse?.isBackward === false).map((pulse) => pulse?.edges);
    const backward = edges.filter((pulse) => pulse?.isBackward).map((pulse) => pulse?.edges);
    expect(forward.length + backward.length).toBe(LAST_STAGE);
    expect(backward).toEqual(forward.toReversed());
    expect(new Set(forward.flat())).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('sets out at nothing and stands at the end of a step that is done', () => {
    expect(pulseAt(0)).toBeNull();
    expect(pulseAt(0.25)).toMatchObject({ edges: [0, 1], share: 0.25 });
    expect(pulseAt(1)).toMatchObject({ edges: [0, 1], share: 1 });
    expect(pulseAt(4.5)).toMatchObject({ edges: [4], isBackward: true, share: 0.5 });
  });

  it('says each step, and which arrays to look at', () => {
    expect(stageWords(0)).toBe('');
    expect(stageWords(2)).toBe('Step 2 of 8, forward: ν multiplies them: N = X·W goes on to σ.');
    expect(stageWords(8)).toMatch(/^Step 8 of 8, backward: /);
    const seen = Array.from({ length: LAST_STAGE }, (_, i) => arraysAt(i + 1)).flat();
    expect(new Set(seen)).toEqual(new Set(['X', 'W', 'N', 'S', '∂L/∂S', 'σ′(N)', '∂L/∂N', '∂L/∂X', '∂L/∂W']));
    expect(arraysAt(0)).toEqual([]);
  });
});

describe('a pulse through the drawing of a pass', () => {
  const edge = (i: number, geometry: readonly number[]): Shape => ({
    key: `edge:${i}`,
    kind: 'edge',
    geometry,
    style: 'edge',
    home: '',
  });
  // One edge to the right, a box of 20, and one that turns down.
  const scene: Scene = {
    width: 200,
    height: 100,
    shapes: [edge(0, [0, 50, 40, 50]), edge(1, [60, 50, 80, 50, 80, 90])],
  };
  const place = (edges: readonly number[], isBackward: boolean, share: number) =>
    pulseShape(scene, { boxes: [0], edges, isBackward }, share)?.geometry.slice(0, 2);

  it('goes from the middle of one edge to the middle of the next', () => {
    expect(place([0, 1], false, 0)).toEqual([20, 50]);
    // 20 of the first edge, 20 through the box, 20 and 10 of the second: half of 70 is in the box.
    expect(place([0, 1], false, 0.5)).toEqual([55, 50]);
    expect(place([0, 1], false, 1)).toEqual([80, 60]);
  });

  it('goes the same way back', () => {
    for (const share of [0, 0.3, 0.9]) {
      const [x, y] = place([0, 1], false, share) as [number, number];
      const back = place([0, 1], true, 1 - share) as [number, number];
      expect(back[0]).toBeCloseTo(x, 9);
      expect(back[1]).toBeCloseTo(y, 9);
    }
  });

  it('goes along the first half of a single edge', () => {
    expect(place([0], false, 1)).toEqual([20, 50]);
    expect(place([0], true, 0)).toEqual([40, 50]);
  });

  it('is not drawn if there are no edges', () => {
    expect(pulseShape({ ...scene, shapes: [] }, { boxes: [], edges: [0, 1], isBackward: false }, 0.5)).toBeNull();
  });
});
