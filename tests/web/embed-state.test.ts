import { describe, expect, it } from 'vitest';
import { readFigureValues, writeFigureValues } from '../../web/embed/parts/figure-texts';
import { readCheckpoint, writeCheckpoint } from '../../web/embed/parts/place';
import { readState } from '../../web/embed/parts/read-state';
import { readRecipe, startOf } from '../../web/embed/parts/start';
import { FIGURES } from '../../web/figures/descriptions.js';
import { linkOf } from '../../web/recipe/link';
import { packed } from '../../web/recipe/packed-bytes';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import type { Checkpoint } from '../../web/worker/protocol';

const LINEAR = presetNamed('chapter-3-linear')?.recipe as Recipe;
const nothing = { preset: null, recipe: null, weights: null };

describe('the start of an embed', () => {
  const started = async (recipe: string) => (await startOf({ ...nothing, recipe })) as { shared: { recipe: Recipe } };

  it('is a recipe in any of its forms', async () => {
    const link = await linkOf({ recipe: { ...LINEAR, name: 'Mine' }, parameters: null });
    for (const recipe of [link, link.replace('r=', ''), JSON.stringify({ ...LINEAR, name: 'Mine' })]) {
      expect((await started(recipe)).shared.recipe).toEqual({ ...LINEAR, name: 'Mine' });
    }
    expect((await started('preset=chapter-3-linear')).shared.recipe).toEqual(LINEAR);
    expect(await readRecipe({ name: 'An object' })).toMatchObject({
      ok: true,
      shared: { recipe: { name: 'An object' } },
    });
  });

  it('is the preset, or the first visitor’s', async () => {
    expect(await startOf({ ...nothing, preset: 'chapter-3-linear' })).toMatchObject({ shared: { recipe: LINEAR } });
    expect(await startOf(nothing)).toMatchObject({ ok: true, shared: { parameters: null } });
  });

  it('has weights if they fit', async () => {
    const parameters = Float64Array.from({ length: 14 }, (_, index) => index / 3);
    const link = await linkOf({ recipe: LINEAR, parameters });
    const weights = new URLSearchParams(link).get('w') as string;
    expect(await startOf({ ...nothing, preset: 'chapter-3-linear', weights })).toEqual({
      ok: true,
      shared: { recipe: LINEAR, parameters },
    });
    expect(await startOf({ ...nothing, preset: 'chapter-3-two-hidden', weights })).toMatchObject({ ok: false });
  });

  it.each(['{', '{"layers": 3}', 'preset=none', '1.AAAA', '9.AAAA', 'nonsense'])(
    'is refused with a sentence: %s',
    async (text) => {
      const result = await startOf({ ...nothing, recipe: text });
      expect(result).toMatchObject({ ok: false });
      expect((result as { sentence: string }).sentence).toMatch(/^[A-Zl].*\.$/);
    },
  );

  it('may be anything a page hands over', async () => {
    for (const value of [undefined, null, 3, [], new Map()]) {
      expect(await readRecipe(value)).toMatchObject({ ok: value instanceof Map });
    }
  });
});

describe('the stored place of a run', () => {
  const checkpoint: Checkpoint = {
    epoch: 2,
    batch: 24,
    capture: Uint8Array.from({ length: 1000 }, (_, index) => (index * index) % 256),
    curve: [
      { epoch: 0, batch: 0, training: 547.1234567890123, validation: null, test: 1e-300 },
      { epoch: 1, batch: 12, training: Number.POSITIVE_INFINITY, validation: Number.NaN, test: -0.1 },
    ],
    edited: [{ epoch: 1, batch: 13 }],
  };

  it('is the same after a way through text', async () => {
    expect(await readCheckpoint(await writeCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it('is not read from another text', async () => {
    const whole = await writeCheckpoint(checkpoint);
    const damaged = async (json: string) => readCheckpoint(await packed(new TextEncoder().encode(json)));
    for (const text of ['', 'x', whole.slice(0, -10), `${whole}=`]) expect(await readCheckpoint(text)).toBeNull();
    for (const json of ['{}', 'null', '[]', '{"epoch":0,"batch":0,"capture":"??","curve":[],"edited":[]}']) {
      expect(await damaged(json)).toBeNull();
    }
    expect(await damaged('{"epoch":0,"batch":0,"capture":"","curve":[[0,0,"x",null,1]],"edited":[]}')).toBeNull();
    expect(
      await damaged('{"epoch":0,"batch":0,"capture":"","curve":[],"edited":[{"epoch":0.5,"batch":0}]}'),
    ).toBeNull();
  });
});

describe('a state that is handed in', () => {
  const state = {
    version: 1,
    part: 'loss',
    run: {
      link: 'preset=chapter-3-linear',
      checkpoint: null,
      view: 'train',
      speed: null,
      feature: 'LSTAT',
      drawing: 'boxes',
      step: 1,
    },
    figure: null,
    lesson: null,
  };

  it('is used unchanged', () => {
    expect(readState(structuredClone(state))).toEqual(state);
  });

  it.each([
    [undefined, 'it is undefined'],
    ['{}', 'it is "{}"'],
    [{ ...state, version: 2 }, 'its “version”'],
    [{ ...state, run: { ...state.run, speed: -1 } }, 'its “run.speed”'],
    [{ version: 1 }, 'it needs the field “part”'],
    [{ ...state, run: { ...state.run, speed: '5' } }, 'its “run.speed” is "5", but must be'],
    [{ ...state, run: { ...state.run, more: 1 } }, 'it has an unknown field “run.more”'],
    [{ ...state, lesson: { id: 'x', values: '', answered: [1] } }, 'its “lesson.answered.0”'],
  ])('is refused, saying where it is wrong: %o', (value, where) => {
    expect(() => readState(value)).toThrow(`This is not a state from getState: ${where}`);
  });
});

describe('the values of a figure', () => {
  const { fields } = FIGURES.derivative as (typeof FIGURES)[string];

  it('are read, and written if they differ from the figure’s defaults', () => {
    const { values, sentences } = readFigureValues(fields, 'point=2&function=square');
    expect(sentences).toEqual([]);
    expect(values).toMatchObject({ point: 2, function: 'square' });
    expect(new URLSearchParams(writeFigureValues(fields, values))).toEqual(
      new URLSearchParams('function=square&point=2'),
    );
    expect(writeFigureValues(fields, readFigureValues(fields, '').values)).toBe('');
  });

  it('that are invalid are reported', () => {
    const { values, sentences } = readFigureValues(fields, 'point=x&toString=1');
    expect(values).toEqual(readFigureValues(fields, '').values);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toContain('must be');
  });
});
