import { describe, expect, test } from 'vitest';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { notices } from '../../web/state/page/notices';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import { shareable, weightsOnOffer } from '../../web/state/page/share';
import { presetOf } from '../../web/state/recipe/recipe-state';
import type { Checkpoint } from '../../web/worker/protocol';
import { description, openedPage, point, progress, snapshot } from './state-fixtures';

const OTHER = presetNamed('chapter-3-linear')?.recipe as Recipe;
const CHECKPOINT: Checkpoint = { epoch: 2, batch: 24, capture: new Uint8Array(), curve: [], edited: [] };
const WEIGHTS = Float64Array.of(1, 2);

const said = (state: PageState) => notices(state).find(({ id }) => id === 'opened');

/** A page that has trained two epochs, with the learning rate changed on the way. */
function trained(): PageState {
  const at = progress({ epoch: 2, batch: 24, learningRate: 0.5 });
  const curve = [point(1, 90), point(2, 80)];
  return reduce(openedPage(), { type: 'snapshot-arrived', snapshot: snapshot({ progress: at, curve }) });
}

function withLink(state: PageState, parameters: Float64Array | null = null): PageState {
  const opened = reduce(state, {
    type: 'shared-opened',
    shared: { recipe: OTHER, parameters },
    from: 'a link',
    checkpoint: CHECKPOINT,
  });
  return reduce(opened, {
    type: 'run-opened',
    description: description(OTHER, 2),
    snapshot: snapshot({ runId: 2, restart: true }),
  });
}

describe('a recipe from outside', () => {
  test('replaces the recipe, and a text that is being edited', () => {
    const written = reduce(trained(), { type: 'text-edited', text: '{' });
    const state = withLink(written);
    expect(presetOf(state)?.id).toBe('chapter-3-linear');
    expect(state.text).toBeNull();
    expect(said(state)?.text).toContain('“Chapter 3: linear model” was opened from a link.');
    expect(said(state)?.text).toContain('the previous recipe and its run');
    expect(said(state)?.text).not.toContain('weights');
  });

  test('says when weights came with it', () => {
    expect(said(withLink(openedPage(), WEIGHTS))?.text).toContain('It contains weights');
  });

  test('can still be undone after its recipe was edited', () => {
    const edited = reduce(withLink(trained()), { type: 'field-edited', path: 'training.batchSize', value: 7 });
    const state = reduce(edited, { type: 'opening-undone' });
    expect(presetOf(state)?.id).toBe('chapter-3-one-hidden');
    expect(said(state)).toBeUndefined();
  });

  test('gives back text, problems and run when it is undone', () => {
    const written = reduce(reduce(trained(), { type: 'text-edited', text: '{' }), { type: 'text-applied' });
    const state = withLink(written);
    const before = state.opened?.before;
    if (before === undefined) throw new Error('Nothing was opened.');
    const undone = reduce(state, { type: 'opening-undone' });
    expect(undone.text).toBe('{');
    expect(undone.textProblems).toEqual(written.textProblems);
    const back = reduce(undone, {
      type: 'run-put-back',
      before,
      description: description(written.run?.description.recipe, 3),
      snapshot: snapshot({
        runId: 3,
        restart: true,
        progress: progress({ epoch: 2, batch: 24, learningRate: 0.5 }),
        curve: [point(0, 500), point(1, 90), point(2, 80)],
      }),
    });
    expect(back.run?.curve).toEqual(written.run?.curve);
    expect(back.run?.rates).toEqual(written.run?.rates);
    expect(back.run?.rates).toHaveLength(1);
    expect(back.run?.firstParameters).toBe(written.run?.firstParameters);
  });

  test('that is refused says so, also when a run is made meanwhile, until it is read or another is opened', () => {
    const refused = reduce(openedPage(), { type: 'opening-refused', sentence: 'It is damaged.' });
    const reopened = reduce(refused, { type: 'run-opening' });
    expect(notices(reopened).map(({ text }) => text)).toEqual(['It is damaged. Nothing on the page has changed.']);
    expect(notices(reduce(reopened, { type: 'opening-refusal-read' }))).toEqual([]);
    expect(withLink(reopened).unopened).toBeNull();
  });

  test('is accepted when the person confirms it', () => {
    const state = reduce(withLink(trained()), { type: 'opening-accepted' });
    expect(said(state)).toBeUndefined();
    expect(presetOf(state)?.id).toBe('chapter-3-linear');
  });
});

describe('what can be shared', () => {
  const first = Float64Array.of(1, 2);
  const now = Float64Array.of(3, 4);
  const untouched = reduce(openedPage(), { type: 'snapshot-arrived', snapshot: snapshot({ parameters: first }) });
  const later = reduce(untouched, {
    type: 'snapshot-arrived',
    snapshot: snapshot({ parameters: now, progress: progress({ epoch: 1, batch: 12 }) }),
  });

  test('is the recipe, with the first weights and with those of now once there are others', () => {
    expect(weightsOnOffer(untouched)).toEqual(['none', 'first']);
    expect(weightsOnOffer(later)).toEqual(['none', 'first', 'now']);
    expect(shareable(later, 'none')?.parameters).toBeNull();
    expect(shareable(later, 'first')?.parameters).toBe(first);
    expect(shareable(later, 'now')?.parameters).toBe(now);
  });

  test('is no weights of another recipe, and nothing while the recipe has a problem', () => {
    const changed = reduce(later, { type: 'field-edited', path: 'training.batchSize', value: 7 });
    expect(weightsOnOffer(changed)).toEqual(['none']);
    expect(shareable(changed, 'now')).toEqual({ recipe: changed.recipe, parameters: null });
    const wrong = reduce(later, { type: 'field-edited', path: 'training.batchSize', value: 'x' });
    expect(shareable(wrong, 'none')).toBeNull();
  });
});
