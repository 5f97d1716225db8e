import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { presetNamed } from '../../web/recipe/presets';
import kept from '../golden/parameters.json';
import type { Agreement, Stage } from './engine.contract';

const ABOUT =
  'The parameters of presets trained to their end, by the WebAssembly engine; data, seeds and versions are those of ' +
  'the preset. After a change that is meant to move a last bit: npx vitest run tests/engine/engine.test.ts -u';

const PRESETS = ['chapter-2-network', 'chapter-3-two-hidden', 'careful-two-hidden'] as const;

/**
 * The same recipe gives the same parameters everywhere. Every operation after the first weights is IEEE arithmetic in
 * a fixed order and therefore equal to the last bit. The first weights use a logarithm from the C library, whose last
 * bit may differ from Emscripten's.
 */
export function describeBits(stage: Stage, agreement: Agreement): void {
  const trained = (id: string): Float64Array => {
    const recipe = presetNamed(id)?.recipe;
    if (!recipe) throw new Error(`There is no preset ${id}.`);
    const run = stage.createRun(recipe, datasetNamed(recipe.data.source));
    while (run.progress().status === 'training') run.trainBatches(1_000_000);
    return run.parameters();
  };

  describe('trained parameters', () => {
    if (agreement === 'same bits') {
      it('are the recorded ones, to the last bit', async () => {
        const parameters = Object.fromEntries(PRESETS.map((id) => [id, [...trained(id)]]));
        const text = `${JSON.stringify({ about: ABOUT, parameters }, null, 1)}\n`;
        await expect(text).toMatchFileSnapshot('../golden/parameters.json');
      });
    } else {
      it.each(PRESETS)(`of %s are the kept ones within a relative ${agreement}`, (id) => {
        const parameters = trained(id);
        const expected = kept.parameters[id];
        expect(parameters).toHaveLength(expected.length);
        const errors = expected.map((value, i) => Math.abs((parameters[i] as number) / value - 1));
        expect(Math.max(...errors)).toBeLessThanOrEqual(agreement);
      });
    }
  });
}
