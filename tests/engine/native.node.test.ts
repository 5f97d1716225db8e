import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { ledgerEngine } from '../../web/ledger/wasm-engine';
import { presetNamed } from '../../web/recipe/presets';
import { describeEngine } from './engine.contract';
import { describeLedger } from './ledger.contract';
import { nativeEngine } from './native-engine';
import { readEngine } from './node-worker';
import { bits } from './small-run';

/** A difference in the last bit of the first weights grows by no more than this over ten thousand batches. */
describeEngine('compiled natively', nativeEngine, 1e-11);

describe('compiled natively,', () => describeLedger(async () => ledgerEngine(nativeEngine())));

const PRESETS = ['chapter-2-network', 'lecture-network', 'chapter-3-two-hidden', 'careful-two-hidden'];

describe('from one capture', () => {
  // So only the first weights may differ between the two: every later step gives the same bits.
  it.each(PRESETS)('the native and the WebAssembly engine train %s to the same bits', async (id) => {
    const recipe = presetNamed(id)?.recipe;
    if (!recipe) throw new Error(`There is no preset ${id}.`);
    const dataset = datasetNamed(recipe.data.source);
    const native = nativeEngine().createRun(recipe, dataset);
    const wasm = (await readEngine()).createRun(recipe, dataset);
    native.restore(wasm.capture());
    for (const run of [native, wasm]) while (run.progress().status === 'training') run.trainBatches(1_000_000);
    expect(bits(native.parameters())).toEqual(bits(wasm.parameters()));
    expect(native.capture()).toEqual(wasm.capture());
  });
});
