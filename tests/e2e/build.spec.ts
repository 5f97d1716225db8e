import { expect, TrainPage, test } from './minifactory';

test('layers can be added, widened, moved by keyboard and removed, and the parameters are counted', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Layers');
  const panel = page.locator('mf-build-panel');
  await expect(panel).toContainText('196 parameters in all');
  await panel.getByRole('button', { name: 'Add a layer' }).click();
  await page.getByRole('textbox', { name: 'Layer 2: units' }).fill('5');
  await page.getByRole('combobox', { name: 'Layer 2: activation' }).selectOption('tanh');
  // (13 + 1) × 13 + (13 + 1) × 5 + (5 + 1) × 1
  await expect(panel).toContainText('258 parameters in all');
  const up = panel.getByRole('button', { name: 'Move Layer 2 up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Layer 1: units' })).toHaveValue('5');
  await expect(page.getByRole('combobox', { name: 'Layer 1: activation' })).toHaveValue('tanh');
  await expect(panel.getByRole('button', { name: 'Move Layer 1 down' })).toBeFocused();
  await expect(page.locator('mf-network-diagram')).toContainText('5 tanh units');
  await panel.getByRole('button', { name: 'Remove Layer 2' }).click();
  await expect(page.getByRole('textbox', { name: 'Layer 2: units' })).toHaveValue('1');
  await view.notes.getByRole('button', { name: 'Undo' }).click();
  await view.unfold('Layers');
  await expect(page.getByRole('textbox', { name: 'Layer 2: units' })).toHaveValue('13');
  await view.train.click();
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
});

test('a value that cannot be stays as typed, with its reason at the field, and nothing else is lost', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Layers');
  const units = page.getByRole('textbox', { name: 'Layer 1: units' });
  await units.fill('300');
  await expect(page.locator('mf-build-panel .problem')).toContainText('whole number from 1 to 256');
  await expect(units).toHaveAttribute('aria-invalid', 'true');
  await expect(view.train).toBeDisabled();
  await expect(view.notes).toContainText('The recipe has a problem');
  await page.getByRole('link', { name: 'Recipe' }).click();
  await expect(page.getByRole('textbox', { name: 'Recipe as JSON' })).toHaveValue(/"units": 300/);
  await page.getByRole('link', { name: 'Train' }).click();
  await view.unfold('Layers');
  await expect(units).toHaveValue('300');
  await units.fill('30');
  await expect(view.train).toBeEnabled();
  await expect(page.locator('mf-network-diagram')).toContainText('30 sigmoid units');
});

test('a batch larger than the training rows, and an empty set of columns, are reported at their fields', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('355');
  await expect(page.locator('mf-build-panel .problem')).toContainText('at most 354');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('32');
  await view.unfold('Data');
  const columns = page.getByRole('group', { name: 'Columns the model uses' }).getByRole('checkbox');
  for (const box of await columns.all()) await box.uncheck();
  await expect(page.locator('mf-build-panel .problem')).toContainText('“Features” is an empty list');
  await columns.first().check();
  await expect(page.locator('mf-network-diagram')).toContainText('1 feature');
});

test('a recipe changed after training becomes a new run immediately, and the previous run is one click away', async ({
  page,
}) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  const trained = await view.numbers();
  await view.unfold('Learning');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('16');
  await expect.poll(() => view.batchesDone()).toBe(0);
  await expect(view.notes).toContainText('Changed: Batch size 16 instead of 32.');
  expect(await view.numbers()).not.toBe(trained);
  await view.notes.getByRole('button', { name: 'Go back to the previous run' }).click();
  await expect.poll(() => view.batchesDone()).toBe(600);
  expect(await view.numbers()).toBe(trained);
  await expect(view.train).toBeFocused();
  await view.unfold('Learning');
  await expect(page.getByRole('textbox', { name: 'Batch size' })).toHaveValue('32');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('16');
  await view.train.click();
  await expect(page.locator('mf-timeline')).toContainText('1,150 batches');
  await expect(view.notes).toContainText(/Test RMSE [\d.]+, [\d.]+ (lower|higher) than before \(4\.027\)/);
  expect(await view.numbers()).not.toBe(trained);
});

test('the charts and the page of a table are still there after a look at another view', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await view.unfold('Data');
  await page.getByRole('link', { name: 'What the columns mean' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Train' }).click();
  await view.unfold('Data');
  await expect(page.getByRole('textbox', { name: 'Split seed' })).toBeVisible();
  await expect(page.locator('mf-loss-chart canvas')).toBeVisible();
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByText('26 to 50 of 506')).toBeVisible();
});

test('column B can be left out with one click beside the warning about it', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open('#data');
  await expect(page.getByRole('note')).toContainText('racial segregation');
  await page.getByRole('button', { name: 'Leave out B' }).click();
  await expect(page.getByText('The model does not use B.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Use B as a feature' })).not.toBeChecked();
  await page.getByRole('link', { name: 'Train' }).click();
  await expect(page.locator('mf-network-diagram')).toContainText('12 features');
  await view.train.click();
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
});
