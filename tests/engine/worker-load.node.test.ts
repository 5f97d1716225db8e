import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { loadEngine } from '../../web/engine/load';
import { presetNamed } from '../../web/recipe/presets';
import { ChannelWorker } from '../web/worker-channel';
import { nodeScheduler, WASM } from './node-worker';
import { TrainingPage } from './training-page';

it('a truncated engine file fails every open with a sentence, and the same worker works when the file is complete', async () => {
  const whole = await readFile(WASM);
  let file = whole.subarray(0, whole.length / 2);
  const page = new TrainingPage(
    () =>
      new ChannelWorker({
        loadEngine: () => loadEngine({ wasmBinary: file }),
        datasetNamed,
        scheduler: nodeScheduler,
      }),
  );
  const recipe = presetNamed('chapter-3-linear')?.recipe;
  if (!recipe) throw new Error('The preset is missing.');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(page.open(recipe, 0)).rejects.toMatchObject({
      code: 'ENGINE_DAMAGED',
      message: expect.stringContaining('incomplete'),
    });
  }
  file = whole;
  await page.open(recipe, 0);
  expect((await page.step({ count: 1, unit: 'epochs' })).progress.epoch).toBe(1);
  expect(page.faults).toEqual([]);
  page.client.dispose();
});
