/** The core compiled for 64-bit ARM, under qemu: the same numbers as on this machine, to the last bit. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import type { Engine } from '../../web/engine/engine';
import type { Run } from '../../web/engine/types';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { nativeEngine } from '../engine/native-engine';
import { bits, smallRecipe, TABLE } from '../engine/small-run';

const BRIDGE = fileURLToPath(new URL('../../build/arm64/native_bridge', import.meta.url));
const QEMU = ['qemu-aarch64', '-L', '/usr/aarch64-linux-gnu'] as const;

const PRESETS = ['chapter-2-network', 'lecture-network', 'chapter-3-two-hidden', 'careful-two-hidden'];

let machines: readonly [here: Engine, arm: Engine];
beforeAll(() => {
  machines = [nativeEngine(), nativeEngine([...QEMU, BRIDGE])];
});

/** Arrays of numbers as their bits, so that 0 is not -0 and NaN is NaN. */
const exact = (value: unknown): unknown =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Float64Array) return bits(part).map(String);
    if (part instanceof Uint8Array || part instanceof Int32Array) return [...part];
    return typeof part === 'number' ? bits(Float64Array.of(part)).map(String) : part;
  });

/** Everything that can be read of a run. */
function readings(run: Run): Record<string, unknown> {
  const rows = run.nextRows();
  return {
    progress: run.progress(),
    parameters: run.parameters(),
    evaluations: run.evaluations(),
    baselines: run.baselines,
    metrics: [run.metrics('training'), run.metrics('test')],
    losses: [run.loss('training'), run.loss('test')],
    predictions: run.predictions('test'),
    response: run.response(1),
    trace: run.trace(rows, 'training'),
    gradients: run.compareGradients(rows, 0, 0, 5, 1e-5),
    capture: run.capture(),
  };
}

function expectTheSame(recipe: Recipe, dataset = datasetNamed(recipe.data.source)): void {
  const [here, arm] = machines.map((engine) => engine.createRun(recipe, dataset)) as [Run, Run];
  const expectSame = () => {
    const [expected, found] = [readings(here), readings(arm)];
    for (const name of Object.keys(expected)) expect(exact(found[name]), name).toBe(exact(expected[name]));
  };
  expectSame();
  for (const run of [here, arm]) while (run.progress().status === 'training') run.trainBatches(1_000_000);
  expectSame();
  for (const run of [here, arm]) run.dispose();
}

describe('on 64-bit ARM', () => {
  it.each(PRESETS)('%s has the same bits before training and after', (id) => {
    const recipe = presetNamed(id)?.recipe;
    if (!recipe) throw new Error(`There is no preset ${id}.`);
    expectTheSame(recipe);
  });

  it.each(['sigmoid', 'tanh', 'relu', 'leaky-relu'] as const)('%s has the same bits', (activation) => {
    const layers = [
      { units: 7, activation },
      { units: 1, activation: 'linear' as const },
    ];
    expectTheSame(smallRecipe({ layers }), TABLE);
  });
});
