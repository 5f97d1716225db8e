/** The runs of elements: in one worker, paused out of view, moved, removed, and after the worker's death. */
import type { EmbedMethods, RunProgress } from '../../web/embed/api';
import ledger from '../golden/ledger.json' with { type: 'json' };
import { CoursePage } from './course-page';
import { expect, test } from './minifactory';

const printed = (id: string) => ledger.find((row) => row.id === id)?.printed;

/** A recipe that would train for an hour. */
const LONG = '{"training":{"stopAfter":{"count":1000000,"unit":"epochs"}}}';

test('two elements train different recipes in one worker, to the losses the course prints', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(`<mini-factory id="one" part="loss" preset="chapter-3-one-hidden" speed="fastest"></mini-factory>
    <mini-factory id="two" part="metrics" preset="chapter-3-two-hidden" speed="fastest"></mini-factory>`);
  await course.isReady('one');
  await course.element('two').scrollIntoViewIfNeeded();
  await course.isReady('two');
  // Nothing starts by itself.
  expect((await course.latest('one'))?.batch).toBe(0);
  await course.element('two').getByRole('button', { name: 'Train', exact: true }).click();
  await course.element('one').getByRole('button', { name: 'Train', exact: true }).click();
  for (const [id, model] of [
    ['one', 'one-hidden'],
    ['two', 'two-hidden'],
  ] as const) {
    await course.element(id).scrollIntoViewIfNeeded();
    await expect.poll(async () => (await course.toldOf(id, 'minifactory-finished')).length).toBe(1);
    const [finished] = (await course.toldOf(id, 'minifactory-finished')) as RunProgress[];
    expect(finished?.metrics.test.mse.toFixed(3)).toBe(Number(printed(`ch3.${model}.epoch50`)).toFixed(3));
    expect(finished?.metrics.test.mae.toFixed(2)).toBe(printed(`ch3.${model}.mae`));
    expect(finished).toMatchObject({ status: 'finished', epoch: 50, playing: false, waiting: false });
  }
  expect(page.workers()).toHaveLength(1);
});

test('methods load, train and pause a run, and restore it bit for bit', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(
    '<mini-factory id="one" part="metrics" speed="fastest"></mini-factory><mini-factory id="two" part="loss"></mini-factory>',
  );
  await course.isReady('one', 'two');
  await course.load('one', { name: 'Five epochs', training: { stopAfter: { count: 5, unit: 'epochs' } } });
  await expect(course.element('one').getByRole('heading', { name: 'Five epochs' })).toBeVisible();
  await course.call('one', 'run');
  await expect.poll(async () => (await course.toldOf('one', 'minifactory-finished')).length).toBe(1);
  const [finished] = (await course.toldOf('one', 'minifactory-finished')) as RunProgress[];
  await course.call('one', 'reset');
  await expect.poll(async () => (await course.latest('one'))?.batch).toBe(0);
  await course.element('one').getByRole('button', { name: '1 epoch' }).click();
  await expect.poll(async () => (await course.latest('one'))?.epoch).toBe(1);

  // Through JSON, as a learning platform stores it, into another element.
  const state = JSON.parse(JSON.stringify(await course.getState('one')));
  await course.setState('two', state);
  await expect.poll(async () => (await course.latest('two'))?.epoch).toBe(1);
  await course.call('two', 'run');
  await expect.poll(async () => (await course.toldOf('two', 'minifactory-finished')).length).toBe(1);
  expect((await course.toldOf('two', 'minifactory-finished'))[0]).toEqual(finished);

  // What a grader reads, and a state of a run that has ended: it has ended before, so it does not end again.
  const result = await course.getResult('two');
  expect(result).toMatchObject({ version: 1, recipe: { name: 'Five epochs' }, progress: finished, edited: false });
  const shapes = Object.entries(result.parameters).map(([name, { shape }]) => `${name} ${shape.join('×')}`);
  expect(shapes).toEqual(['W1 13×13', 'B1 1×13', 'W2 13×1', 'B2 1×1']);
  expect(result.parameters.W2?.values).toHaveLength(13);
  const squares = result.predictions.map(({ actual, predicted }) => (actual - predicted) ** 2);
  expect(squares).toHaveLength(finished?.metrics.test.rows ?? 0);
  const mse = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  expect(mse).toBeCloseTo(finished?.metrics.test.mse ?? 0, 9);
  const ended = await course.getState('two');
  await course.call('two', 'reset');
  await course.setState('two', ended);
  await expect.poll(async () => (await course.latest('two'))?.status).toBe('finished');
  expect(await course.getResult('two')).toEqual(result);
  expect(await course.toldOf('two', 'minifactory-finished')).toHaveLength(1);

  await expect(course.load('one', '{"layers": 3}')).rejects.toThrow('layers is 3');
  await expect(course.setState('one', { ...state, version: 2 })).rejects.toThrow('its “version”');
  await expect(course.setState('one', { ...state, run: { ...state.run, checkpoint: 'AAAA' } })).rejects.toThrow(
    'damaged',
  );
  await course.set('one', 'figure', 'derivative');
  await course.set('one', 'part', 'figure');
  await expect(course.call('one', 'run')).rejects.toThrow('A figure accepts no recipe');
  await expect(course.getResult('one')).rejects.toThrow('A figure accepts no recipe');
});

test('training rests while nobody can see it', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(
    `<mini-factory id="one" part="loss" recipe='${LONG}' speed="200"></mini-factory><div style="height: 4000px"></div>`,
  );
  await course.isReady('one');
  await course.call('one', 'run');
  await expect.poll(async () => (await course.latest('one'))?.batch).toBeGreaterThan(0);
  await page.locator('#after').scrollIntoViewIfNeeded();
  await expect.poll(async () => await course.latest('one')).toMatchObject({ playing: false, waiting: true });
  await expect(course.element('one')).toContainText('Training pauses while this is not visible');
  const { batch } = (await course.latest('one')) as RunProgress;
  await page.locator('#before').scrollIntoViewIfNeeded();
  await expect.poll(async () => await course.latest('one')).toMatchObject({ playing: true, waiting: false });
  await expect.poll(async () => (await course.latest('one'))?.batch).toBeGreaterThan(batch);
  // A run that was paused by hand stays paused.
  await course.call('one', 'pause');
  await page.locator('#after').scrollIntoViewIfNeeded();
  await course.call('one', 'run');
  await expect.poll(async () => await course.latest('one')).toMatchObject({ playing: false, waiting: true });
  await course.call('one', 'pause');
  await page.locator('#before').scrollIntoViewIfNeeded();
  await expect(course.element('one').getByRole('button', { name: 'Train on', exact: true })).toBeVisible();
  // Progress is reported at most ten times a second.
  await expect.poll(async () => await course.latest('one')).toMatchObject({ playing: false, waiting: false });
});

test('what cannot be trained says so to scripts, and a goal is about its own run', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open('<mini-factory id="one" part="loss" speed="fastest" recipe="{nope"></mini-factory>');
  await expect(course.element('one').getByRole('alert')).toContainText('not JSON');
  for (const method of ['run', 'pause', 'reset'] as const) {
    await expect(course.call('one', method)).rejects.toThrow('not JSON');
  }
  await expect(course.getState('one')).rejects.toThrow('not JSON');
  await course.load('one', 'preset=chapter-3-one-hidden');
  await course.call('one', 'run');
  await expect.poll(async () => (await course.toldOf('one', 'minifactory-finished')).length).toBe(1);

  // A goal that is set later is reported immediately, and is not reached by earlier training.
  const goals = () => course.toldOf('one', 'minifactory-goal');
  await course.set('one', 'goal', 'test-rmse<20');
  await expect.poll(goals).toMatchObject([{ goal: 'test-rmse<20', reached: false, met: 1 }]);
  await course
    .element('one')
    .evaluate((element) => Object.assign(element, { goal: 'test-rmse<19', recipe: '{"name":"Another"}' }));
  await expect(course.element('one').getByRole('heading', { name: 'Another' })).toBeVisible();
  await course.isReady('one');
  expect((await goals()).slice(1)).toMatchObject([{ goal: 'test-rmse<19', reached: false, met: 0 }]);
});

test('an element that is moved continues, and one that is removed and added again starts from the beginning', async ({
  page,
}) => {
  const course = new CoursePage(page);
  await course.open(`<mini-factory id="one" part="metrics" recipe='${LONG}' speed="100"></mini-factory>`);
  await course.isReady('one');
  await course.call('one', 'run');
  await expect.poll(async () => (await course.latest('one'))?.batch).toBeGreaterThan(0);
  const { batch } = (await course.latest('one')) as RunProgress;
  await page.evaluate(() => document.querySelector('main')?.prepend(document.querySelector('#one') as Element));
  await expect.poll(async () => (await course.latest('one'))?.batch).toBeGreaterThan(batch + 50);
  expect(await course.toldOf('one', 'minifactory-ready')).toHaveLength(1);

  // Pending requests are not left waiting, and start no worker for a removed element.
  const said = await page.evaluate(async () => {
    const element = document.querySelector('#one') as HTMLElement & EmbedMethods;
    Object.assign(window, { element });
    const asked = [element.load('preset=chapter-3-linear'), element.run(), element.getState()];
    element.remove();
    return (await Promise.allSettled(asked)).map(({ status }) => status);
  });
  expect(said).toEqual(['rejected', 'rejected', 'rejected']);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.evaluate(() => document.body.append((window as unknown as { element: HTMLElement }).element));
  await expect.poll(async () => (await course.toldOf('one', 'minifactory-ready')).length).toBe(2);
  expect(await course.getState('one')).toMatchObject({ run: { checkpoint: null } });
  await course.call('one', 'run');
  await expect.poll(async () => (await course.latest('one'))?.batch).toBeGreaterThan(0);
  expect(await course.toldOf('one', 'minifactory-error')).toEqual([]);
});

test('ten on one page share the worker, and the page stays at hand', async ({ page }) => {
  await page.setViewportSize({ width: 2000, height: 2400 });
  const course = new CoursePage(page);
  const parts = ['loss', 'network', 'response', 'predictions', 'metrics'];
  const ids = Array.from({ length: 10 }, (_, index) => `e${index}`);
  const elements = ids.map(
    (id, index) => `<mini-factory id="${id}" part="${parts[index % 5]}" recipe='${LONG}' speed="50"></mini-factory>`,
  );
  await course.open(
    `<div id="ten" style="display: grid; grid-template-columns: repeat(5, 1fr)">${elements.join('')}</div>`,
  );
  await course.isReady(...ids);
  for (const id of ids) await course.call(id, 'run');
  for (const id of ids) await expect.poll(async () => (await course.latest(id))?.batch).toBeGreaterThan(0);
  expect(page.workers()).toHaveLength(1);
  // While all of them train, each still reacts to clicks.
  await course.element('e7').getByRole('button', { name: 'Pause' }).click();
  await expect(course.element('e7').getByRole('button', { name: 'Train on', exact: true })).toBeVisible();
  await course.element('e0').evaluate((element) => element.remove());
  const before = (await course.latest('e1'))?.batch ?? 0;
  await expect.poll(async () => (await course.latest('e1'))?.batch).toBeGreaterThan(before);
  await page.evaluate(() => document.querySelector('#ten')?.remove());
  await expect.poll(() => page.workers().length).toBe(0);
});

test('every element reports a crashed worker, and continues from its last checkpoint', async ({ page }) => {
  const course = new CoursePage(page);
  const element = (id: string) =>
    `<mini-factory id="${id}" part="metrics" recipe='${LONG}' speed="100"></mini-factory>`;
  await page.setViewportSize({ width: 1000, height: 2000 });
  await course.open(element('one') + element('two'));
  await course.isReady('one', 'two');
  for (const id of ['one', 'two']) {
    await course.call(id, 'run');
    await expect.poll(async () => (await course.latest(id))?.epoch).toBeGreaterThan(0);
  }
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close());
  for (const id of ['one', 'two']) {
    await expect(course.element(id)).toContainText('Training was interrupted', { timeout: 15_000 });
  }
  for (const id of ['one', 'two']) {
    const { batch } = (await course.latest(id)) as RunProgress;
    await course
      .element(id)
      .getByRole('button', { name: /^(Continue from|Start again)/ })
      .click();
    await expect.poll(async () => (await course.latest(id))?.batch).toBeGreaterThan(batch);
  }
  expect(page.workers()).toHaveLength(1);
});
