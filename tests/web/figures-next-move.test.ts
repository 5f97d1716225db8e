import { describe, expect, it } from 'vitest';
import { batchesInAll, nextMove, type WantedRun } from '../../web/figures/next-move';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import type { RunState } from '../../web/state/run/run-state';

const recipe = presetNamed('chapter-2-linear')?.recipe as Recipe;

/** The part of a run that a move depends on. */
function runAt(batch: number, { playing = false, status = 'training', feature = 0 } = {}): RunState {
  return {
    description: { recipe, rows: { training: new Int32Array(354) } },
    latest: { playing, progress: { batch, status }, dependence: { feature } },
  } as unknown as RunState;
}

const wanted = (batches: number, dependenceFeature = 0): WantedRun => ({ recipe, batches, dependenceFeature });

describe('the next move of a figure’s run', () => {
  it('opens a run if there is none, or one of another recipe', () => {
    expect(nextMove(null, null, wanted(0))).toEqual({ kind: 'open' });
    expect(nextMove(runAt(5), { ...recipe }, wanted(5))).toEqual({ kind: 'open' });
  });

  it('trains missing batches, and goes back if there are too many', () => {
    expect(nextMove(runAt(20), recipe, wanted(1000))).toEqual({ kind: 'step', count: 980 });
    expect(nextMove(runAt(20), recipe, wanted(3))).toEqual({ kind: 'rewind' });
    expect(nextMove(runAt(20), recipe, wanted(0))).toEqual({ kind: 'reset' });
  });

  it('does nothing if the run is in the wanted state, or has ended before it', () => {
    expect(nextMove(runAt(20), recipe, wanted(20))).toBeNull();
    expect(nextMove(runAt(20, { status: 'diverged' }), recipe, wanted(1000))).toBeNull();
  });

  it('pauses a run that plays before anything else is done to it', () => {
    expect(nextMove(runAt(20, { playing: true }), recipe, wanted(20))).toEqual({ kind: 'pause' });
    expect(nextMove(runAt(20, { playing: true }), recipe, wanted(0))).toEqual({ kind: 'pause' });
  });

  it('asks for another response first', () => {
    expect(nextMove(runAt(20), recipe, wanted(20, 12))).toEqual({ kind: 'set-dependence-feature' });
  });

  it('counts the batches of a recipe in either unit', () => {
    expect(batchesInAll(runAt(0))).toBe(1000);
    const training = { ...recipe.training, stopAfter: { count: 50, unit: 'epochs' as const }, batchSize: 32 };
    const run = runAt(0);
    const inEpochs = { ...run, description: { ...run.description, recipe: { ...recipe, training } } };
    // 354 rows in slices of 32 are 11 whole ones and a rest.
    expect(batchesInAll(inEpochs)).toBe(600);
  });
});
