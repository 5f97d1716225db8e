/** The three drawings of real passes: the same boxes in each, everything inside the picture, and correct texts. */
import { describe, expect, test } from 'vitest';
import { foldColumn, windowOfColumn } from '../../web/diagrams/network/column-fold';
import { learningOperations } from '../../web/diagrams/pass/arrays';
import { boxLabel, drawingWords, litWords } from '../../web/diagrams/pass/drawing-words';
import type { PassContext } from '../../web/diagrams/pass/names';
import { boxesScene } from '../../web/diagrams/pass/scenes/boxes-scene';
import { circlesScene, columnCounts } from '../../web/diagrams/pass/scenes/circles-scene';
import { boxOfUnit, followedPlace } from '../../web/diagrams/pass/scenes/followed-place';
import { layersScene } from '../../web/diagrams/pass/scenes/layers-scene';
import { litBy } from '../../web/diagrams/pass/scenes/lit';
import { GEOMETRY, type Scene, type Shape } from '../../web/diagrams/pass/scenes/scene';
import { weightsOf } from '../../web/diagrams/pass/weights';
import type { RecipeInput } from '../../web/recipe/schema';
import { DRAWINGS, type Drawing } from '../../web/state/inside/inside-state';
import { type PassStep, passSteps, stepOfBox } from '../../web/state/inside/steps';
import { withPass } from './traced-pass';

const TWO: RecipeInput = { layers: [{ units: 5, activation: 'sigmoid' }, { units: 1 }] };
const DEEP: RecipeInput = {
  layers: [
    { units: 64, activation: 'relu' },
    { units: 64, activation: 'tanh' },
    { units: 20, activation: 'leaky-relu' },
    { units: 1 },
  ],
};
const FORWARD_NU: PassStep = { phase: 'forward', operation: 0 };

const lightOf = (context: PassContext, step: PassStep) =>
  litBy(step, context.operations.length, learningOperations(context));

function sceneOf(context: PassContext, drawing: Drawing, step: PassStep, available: number): Scene {
  const lit = lightOf(context, step);
  const followed = followedPlace(context, step, null, 0);
  const folded = columnCounts(context).map((count) => foldColumn(count));
  switch (drawing) {
    case 'boxes':
      return boxesScene(context, lit, available);
    case 'layers':
      return layersScene(context, lit, available);
    case 'circles':
      return circlesScene(context, lit, { folded, weights: weightsOf(context), followed }, available);
  }
}

const keysOf = ({ shapes }: Scene): string[] => shapes.map(({ key }) => key);

/** Left, top, right and bottom of a shape, without its text. */
function extent({ kind, geometry }: Shape): readonly number[] {
  if (kind === 'circle') {
    const [x = 0, y = 0, r = 0] = geometry;
    return [x - r, y - r, x + r, y + r];
  }
  if (kind === 'box') {
    const [x = 0, y = 0, width = 0, height = 0, roof = 0] = geometry;
    return [x, y - roof, x + width, y + height];
  }
  const parts = GEOMETRY[kind] as readonly string[];
  const xs = geometry.filter((_, i) => parts[i] === 'x');
  const ys = geometry.filter((_, i) => parts[i] === 'y');
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe.each([
  ['two layers', TWO],
  ['four wide layers', DEEP],
])('%s', (_, recipe) => {
  test('each drawing has every box of the walk and all its strings’ shapes once, and no name twice', () => {
    withPass(recipe, (context) => {
      for (const drawing of DRAWINGS) {
        const keys = keysOf(sceneOf(context, drawing, FORWARD_NU, 1000));
        expect(new Set(keys).size).toBe(keys.length);
        for (let box = 0; box <= context.operations.length; box += 1) expect(keys).toContain(`box:${box}`);
        for (const box of [0, 3, context.operations.length]) expect(keys).toContain(`shape:${box}`);
      }
    });
  });

  test.each([320, 342, 700, 1380])('in %d px nothing leaves the picture', (available) => {
    withPass(recipe, (context) => {
      for (const drawing of DRAWINGS) {
        const scene = sceneOf(context, drawing, FORWARD_NU, available);
        expect(scene.width).toBeLessThanOrEqual(Math.max(available, 342));
        for (const shape of scene.shapes) {
          const [left = 0, top = 0, right = 0, bottom = 0] = extent(shape);
          expect(left, shape.key).toBeGreaterThanOrEqual(-0.01);
          expect(top, shape.key).toBeGreaterThanOrEqual(-0.01);
          expect(right, shape.key).toBeLessThanOrEqual(scene.width + 0.01);
          expect(bottom, shape.key).toBeLessThanOrEqual(scene.height + 0.01);
        }
      }
    });
  });

  test('every shape that is in one drawing only has a parent shape in the others', () => {
    withPass(recipe, (context) => {
      const scenes = DRAWINGS.map((drawing) => sceneOf(context, drawing, FORWARD_NU, 1000));
      for (const scene of scenes) {
        for (const other of scenes) {
          const keys = new Set(keysOf(other));
          const homes = new Map(scene.shapes.map(({ key, home }) => [key, home]));
          const lost = scene.shapes.filter(
            ({ key, home }) => !keys.has(key) && !keys.has(home) && !keys.has(homes.get(home) ?? ''),
          );
          expect(lost.map(({ key }) => key)).toEqual([]);
        }
      }
    });
  });

  test('a step highlights the same boxes in all three drawings', () => {
    withPass(recipe, (context) => {
      for (const step of passSteps(context.operations.length, true)) {
        const lit = lightOf(context, step);
        for (const drawing of DRAWINGS) {
          const { shapes } = sceneOf(context, drawing, step, 1000);
          const isLit = ({ style }: Shape) => style.split(' ').includes('lit');
          const boxes = shapes.filter((shape) => shape.key.startsWith('box:') && isLit(shape)).map(({ box }) => box);
          expect(boxes).toEqual(lit.boxes);
          expect(shapes.some(isLit)).toBe(true);
        }
      }
    });
  });
});

test('a circle for each unit, a line for each weight, of the strength of that weight', () => {
  withPass(TWO, (context) => {
    const { shapes } = sceneOf(context, 'circles', FORWARD_NU, 1000);
    const [w1, w2] = [0, 3].map((box) => context.pass.trace.operations[box]?.parameters[0]?.value);
    const lines = shapes.filter(({ kind }) => kind === 'line');
    expect(lines).toHaveLength((w1?.values.length ?? 0) + (w2?.values.length ?? 0));
    const line = lines.find(({ key }) => key === 'line:1:2:4');
    const weight = w1?.values[2 * 5 + 4] as number;
    expect(Math.sign(line?.strength ?? 0)).toBe(Math.sign(weight));
    expect(shapes.filter(({ unit }) => unit?.[0] === 1)).toHaveLength(5);
  });
});

test('the number followed is found among circles and lines', () => {
  withPass(TWO, (context) => {
    const element = (key: 'parameter' | 'input' | 'output' | 'result', row: number, column: number) => ({
      key,
      row,
      column,
    });
    expect(followedPlace(context, FORWARD_NU, element('parameter', 2, 4), 0)).toEqual({
      column: 1,
      unit: 4,
      lines: { from: 2 },
    });
    expect(followedPlace(context, FORWARD_NU, element('input', 0, 1), 0)).toEqual({ column: 0, unit: 1, lines: 'out' });
    expect(followedPlace(context, FORWARD_NU, element('result', 0, 3), 0)).toEqual({ column: 1, unit: 3, lines: 'in' });
    expect(followedPlace(context, { phase: 'backward', operation: 3 }, element('result', 0, 3), 0)).toEqual({
      column: 1,
      unit: 3,
      lines: 'out',
    });
    expect(followedPlace(context, { phase: 'update' }, element('result', 0, 3), 1)).toEqual({
      column: 1,
      unit: 3,
      lines: 'in',
    });
    expect(followedPlace(context, { phase: 'loss' }, element('result', 0, 0), 0)).toBeNull();

    const folded = columnCounts(context).map((count) => foldColumn(count));
    const followed = followedPlace(context, FORWARD_NU, element('result', 0, 3), 0);
    const view = { folded, weights: weightsOf(context), followed };
    const { shapes } = circlesScene(context, lightOf(context, FORWARD_NU), view, 1000);
    const lines = shapes.filter(({ kind, style }) => kind === 'line' && style.includes('followed'));
    expect(lines.map(({ key }) => key)).toEqual(['line:1:0:3', 'line:1:1:3', 'line:1:2:3']);
  });
});

test('a unit leads to the box that makes its number', () => {
  withPass(TWO, (context) => {
    expect(boxOfUnit(context, 0, FORWARD_NU)).toBeNull();
    expect(boxOfUnit(context, 1, FORWARD_NU)).toBe(2);
    expect(boxOfUnit(context, 1, { phase: 'backward', operation: 1 })).toBe(1);
    expect(boxOfUnit(context, 2, FORWARD_NU)).toBe(5);
  });
  const steps = passSteps(6, true);
  expect(stepOfBox(steps, 6, 2, FORWARD_NU)).toBe(3);
  expect(stepOfBox(steps, 6, 6, FORWARD_NU)).toBe(7);
  expect(stepOfBox(steps, 6, 2, { phase: 'update' })).toBe(
    steps.findIndex((s) => s.phase === 'backward' && s.operation === 2),
  );
  expect(stepOfBox(steps, 6, 7, FORWARD_NU)).toBeNull();
});

test('an unfolded column is drawn with all the lines of its window', () => {
  withPass(DEEP, (context) => {
    const counts = columnCounts(context);
    const folded = counts.map((count, column) => (column === 1 ? windowOfColumn(count, 0) : foldColumn(count)));
    const view = { folded, weights: weightsOf(context), followed: null };
    const { shapes } = circlesScene(context, lightOf(context, FORWARD_NU), view, 1000);
    expect(shapes.filter(({ unit }) => unit?.[0] === 1)).toHaveLength(32);
    expect(shapes.filter(({ key }) => key.startsWith('line:1:'))).toHaveLength((counts[0] as number) * 32);
    expect(shapes.find(({ unfolds, text }) => unfolds === 1 && text !== '⋮')?.text).toBe('32 more');
  });
});

test('each drawing describes its content and the highlighted boxes', () => {
  withPass(TWO, (context) => {
    const rows = context.pass.rows.length;
    const words = (drawing: Drawing, step: PassStep) =>
      litWords(context, drawing, step, followedPlace(context, step, null, 0));
    expect(boxLabel(context, 0)).toBe('ν of layer 1, with W1 (3, 5)');
    expect(boxLabel(context, 6)).toBe('Λ, the loss');
    expect(words('boxes', FORWARD_NU)).toBe(
      `Lit: the box ν of layer 1, between the edges X (${rows}, 3) and M1 (${rows}, 5).`,
    );
    expect(words('layers', { phase: 'backward', operation: 2 })).toBe(
      'Lit: layer 1, in which σ is at work, operation 3 of 3, on the way back.',
    );
    expect(words('circles', FORWARD_NU)).toBe(
      'Lit: the lines into the 5 units of layer 1, which are the weights W1 (3, 5) of ν. Followed: unit 1 of layer 1 and the 3 lines into it.',
    );
    expect(words('circles', { phase: 'update' })).toContain('the line from size into unit 1 of layer 1');
    expect(drawingWords(context, 'circles')).toContain('6 circles for the units and 20 lines for the weights');
    expect(drawingWords(context, 'layers')).toContain('layer 1 with 5 units, layer 2 with 1 unit');
  });
});
