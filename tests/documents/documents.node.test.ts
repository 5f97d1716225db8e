import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { readPlace } from '../../web/embed/parts/place';
import { readState } from '../../web/embed/parts/read-state';
import { CurveRecorder } from '../../web/engine/curve';
import type { Engine } from '../../web/engine/engine';
import type { Run } from '../../web/engine/types';
import { readModel } from '../../web/export/read-model';
import { goalText } from '../../web/goals/goal';
import { readLinkedGoal } from '../../web/goals/link';
import { readLink } from '../../web/recipe/link';
import { parseRecipeText } from '../../web/recipe/parse';
import type { Recipe } from '../../web/recipe/schema';
import { readSuspendData } from '../../web/scorm/suspend-data';
import { firstRecipe } from '../../web/state/page/initial-state';
import { readSaved } from '../../web/state/page/saved';
import { readRunUnderWay, readStoredRuns } from '../../web/state/runs/read-stored-runs';
import { TrackedRun } from '../../web/worker/tracked-run';
import { readEngine } from '../engine/node-worker';

interface Written {
  readonly id: string;
  readonly result: Record<string, unknown>;
}

function revived(_: string, value: unknown): unknown {
  const { float64, number } = (value ?? {}) as { float64?: string; number?: string };
  if (typeof float64 === 'string') return new Float64Array(new Uint8Array(Buffer.from(float64, 'base64')).buffer);
  return typeof number === 'string' ? Number(number) : value;
}

function read<Content>(name: string): Content {
  const path = fileURLToPath(new URL(`./0.1.0/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8'), revived) as Content;
}

const sha256 = (numbers: Float64Array): string =>
  createHash('sha256')
    .update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
    .digest('hex');

let engine: Engine;
beforeAll(async () => {
  engine = await readEngine();
});

const createRun = (recipe: Recipe): Run => engine.createRun(recipe, datasetNamed(recipe.data.source));

/** The same summary that version 0.1.0 wrote down of a run trained to its end. */
function trainedToEnd(recipe: Recipe, parameters: Float64Array | null): Record<string, unknown> {
  const run = createRun(recipe);
  if (parameters !== null) run.setParameters(parameters);
  const curve = new CurveRecorder(run, recipe);
  while (run.progress().status === 'training') curve.trainBatches(1_000_000);
  const { status, epoch, batch, batchLoss, epochLoss } = run.progress();
  const losses = curve.points.flatMap(({ training, validation, test }) => [training, validation ?? -1, test]);
  const seen = {
    ...{ status, epoch, batch, batchLoss, epochLoss },
    curve: { points: curve.points.length, last: curve.points.at(-1), sha256: sha256(Float64Array.from(losses)) },
    evaluations: run.evaluations().slice(-2),
    metrics: { training: run.metrics('training'), test: run.metrics('test') },
    parameters: { count: run.parameters().length, sha256: sha256(run.parameters()) },
  };
  run.dispose();
  return seen;
}

describe('documents written by version 0.1.0', () => {
  it.each(read<(Written & { text: string })[]>('recipes'))('recipe $id trains to the same bits', ({ text, result }) => {
    const parsed = parseRecipeText(text);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
    expect(trainedToEnd(parsed.recipe, null)).toMatchObject(result);
  });

  it.each(read<(Written & { link: string; goal?: string })[]>('links'))(
    'link $id opens and trains to the same bits',
    async ({ link, goal, result }) => {
      const opened = await readLink(link);
      if (!opened.ok) throw new Error(opened.sentence);
      expect(trainedToEnd(opened.shared.recipe, opened.shared.parameters)).toMatchObject(result);
      const linked = readLinkedGoal(link);
      expect(linked.ok && linked.goal && goalText(linked.goal)).toEqual(goal ?? null);
    },
  );

  it.each(read<(Written & { text: string })[]>('models'))('model $id predicts the same', ({ text, result }) => {
    const model = readModel(text);
    if (!model.ok) throw new Error(model.sentence);
    const { recipe, parameters } = model.shared;
    const run = createRun(recipe);
    run.setParameters(parameters as Float64Array);
    const predictions = run.predictions('test');
    expect({
      parameters: { count: run.parameters().length, sha256: sha256(run.parameters()) },
      predictions: { sha256: sha256(predictions), first: [...predictions.slice(0, 5)] },
    }).toEqual(result);
    run.dispose();
  });

  it.each(read<(Written & { state: unknown; at: object })[]>('states'))(
    'state $id goes on to the same bits',
    async ({ state, at, result }) => {
      const { run: place } = readState(state);
      if (place === null) throw new Error('The state has a run.');
      const { shared, checkpoint } = await readPlace(place);
      const tracked = new TrackedRun(1, createRun(shared.recipe), shared.recipe, 0);
      if (checkpoint !== null) tracked.restore(checkpoint);
      expect(tracked.progress).toMatchObject(at);
      while (!tracked.hasEnded) tracked.train(1_000_000);
      const { progress, parameters, curve, metrics } = tracked.snapshot(
        false,
        { batchesPerSecond: 0, sprint: null },
        false,
      );
      const { status, epoch, batch, learningRate } = progress;
      expect({
        ...{ status, epoch, batch, learningRate },
        parameters: { sha256: sha256(parameters) },
        curve: curve.at(-1),
        metrics: metrics.test,
      }).toMatchObject(result);
      tracked.dispose();
    },
  );

  it('stored runs are read completely', () => {
    const stored = read<Record<string, unknown>[]>('kept-runs');
    const inOrder = stored.toSorted((one, other) => String(one.id).localeCompare(String(other.id), 'en'));
    expect(readStoredRuns(stored)).toMatchObject(inOrder);
    expect(readStoredRuns(stored)).toHaveLength(stored.length);
    const underWay = read<Record<string, unknown>>('under-way');
    const { id, ...result } = underWay;
    expect(readRunUnderWay(underWay)).toMatchObject(result);
  });

  it('what a tab has stored is read back', () => {
    const { preferences, work, draft } = read<{ preferences: string; work: string; draft: object }>('storage');
    const saved = readSaved(preferences, work, firstRecipe());
    expect(saved).toMatchObject({ draft, theme: 'dark', speed: 100 });
    expect(saved.goal && goalText(saved.goal.goal)).toBe('test-rmse<4');
  });

  it.each(read<{ id: string; text: string }[]>('suspend-data'))('suspend data $id is read back', async ({ text }) => {
    const { run, lesson } = readState(readSuspendData(text));
    if (run !== null) expect((await readPlace(run)).shared.recipe.name).not.toBe('');
    else expect(lesson).toMatchObject({ id: 'foundations/derivative', answered: ['slope'] });
  });
});
