import { expect, TrainPage, test } from './minifactory';

/** One batch a second, and 10: slow enough that a run of 600 does not end while a test looks at it. */
const SLOWEST = '1';
const TEN = '10';

test('one batch, one epoch: it trains just that and pauses', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.batch.click();
  await expect.poll(() => view.batchesDone()).toBe(1);
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  await expect(view.train).toHaveText('Train on');
});

test('pause stops the run, and it continues to the same end', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const straight = await view.trainedNumbers();

  await view.setSpeed(TEN);
  await view.reset.click();
  await expect.poll(() => view.batchesDone()).toBe(0);
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(5);
  await view.pause.click();
  await expect(view.train).toBeVisible();
  const held = await view.batchesDone();
  await view.batch.click();
  await expect.poll(() => view.batchesDone()).toBe(held + 1);
  await view.setSpeed('fastest');
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  expect(await view.numbers()).toBe(straight);
});

test('reset goes back to the same first weights, a new seed to others', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const first = await view.numbers();
  await view.epoch.click();
  await expect.poll(() => view.batchesDone()).toBe(12);
  expect(await view.numbers()).not.toBe(first);
  await view.reset.click();
  await expect.poll(() => view.batchesDone()).toBe(0);
  await expect.poll(() => view.numbers()).toBe(first);

  await view.unfold('Learning');
  const seed = page.getByRole('textbox', { name: 'Training seed' });
  const seedBefore = await seed.inputValue();
  await seed.press('Escape');
  await expect(seed).toBeHidden();
  await view.newSeed.click();
  await view.unfold('Learning');
  await expect(seed).not.toHaveValue(seedBefore);
  await expect.poll(() => view.numbers()).not.toBe(first);
});

test('the speed goes from one batch a second to as fast as it goes, also while it trains', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await expect(view.speed).toHaveValue('fastest');
  await view.setSpeed(SLOWEST);
  await expect(view.speed).toHaveValue('1');
  await view.train.click();
  await expect(view.pause).toBeVisible();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(0);
  expect(await view.batchesDone()).toBeLessThan(20);
  await view.setSpeed('fastest');
  await expect(view.notes).toContainText('Training finished');
});

test('the learning rate can be changed while it trains, and a reset goes back to the recipe’s', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed(TEN);
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(2);
  await view.rate.fill('0.003');
  await view.rate.press('Enter');
  await expect(page.getByText('Recipe: 0.01')).toBeVisible();
  await expect(view.pause).toBeVisible();
  await expect(view.notes).not.toContainText('The recipe has changed');
  await view.pause.click();
  await view.reset.click();
  await expect(view.rate).toHaveValue('0.01');
});

test('an invalid learning rate is rejected with its reason, and training keeps the old one', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  for (const wrong of ['0', '-1', '1e9', 'NaN', '']) {
    await view.rate.fill('0.5');
    await view.rate.fill(wrong);
    await view.rate.press('Enter');
    await expect(page.locator('mf-pace-panel .problem')).toContainText('must be a number from 1e-9 to 100');
    await expect(view.rate).toHaveValue(wrong);
    await expect(view.rate).toHaveAttribute('aria-invalid', 'true');
  }
  await view.rate.fill('0.02');
  await view.rate.press('Enter');
  await expect(view.rate).toHaveValue('0.02');
  await view.rate.fill('0,05');
  await view.rate.press('Enter');
  await expect(view.rate).toHaveValue('0.05');
});

test('a finished run can be trained again, from the same weights to the same end', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const once = await view.trainedNumbers();
  await expect(view.batch).toBeDisabled();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await expect.poll(() => view.numbers()).toBe(once);
});
