import wasmUrl from 'minifactory-wasm.wasm?url';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../web/engine/load';
import { ACTIVATIONS, GRADIENT_SCALES, SCALINGS, WEIGHT_INITIALISATIONS } from '../../web/recipe/schema';

describe('the names a recipe uses', async () => {
  const { functions } =
    typeof window === 'undefined' ? await (await import('./node-worker')).readEngine() : await loadEngine({ wasmUrl });

  it.each([
    ['activations', functions.activationNames(), ACTIVATIONS],
    ['weight initialisations', functions.weightInitialisationNames(), WEIGHT_INITIALISATIONS],
    ['gradient scales', functions.gradientScaleNames(), GRADIENT_SCALES],
    ['scalings', functions.scalingNames(), SCALINGS],
  ])('for %s are the core’s, in its order', (_, core, recipe) => {
    expect(core).toEqual([...recipe]);
  });
});
