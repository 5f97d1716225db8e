import wasmUrl from 'minifactory-wasm.wasm?url';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../web/engine/load';
import { ACTIVATION_NAMES } from '../../web/explanations/parts';
import { SCALINGS, WEIGHT_INITIALISATIONS } from '../../web/recipe/schema';
import { GRADIENT_SCALES } from './small-run';

describe('the names a recipe uses', async () => {
  const { functions } =
    typeof window === 'undefined' ? await (await import('./node-worker')).readEngine() : await loadEngine({ wasmUrl });
  const activations = functions.operationNames().filter(({ role }) => role === 'activation');

  it.each([
    ['activations', activations.map(({ name }) => name), ACTIVATION_NAMES],
    ['weight initialisations', functions.weightInitialisationNames(), WEIGHT_INITIALISATIONS],
    ['gradient scales', functions.gradientScaleNames(), GRADIENT_SCALES],
    ['scalings', functions.scalingNames(), SCALINGS],
  ])('for %s are the core’s, in its order', (_, core, recipe) => {
    expect(core).toEqual([...recipe]);
  });
});
