import { expectNoBarrier, expectReadable, findBarriers } from './barriers';
import { expect, LOOKS, TrainPage, test } from './minifactory';

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the training view, before, after and with everything unfolded', async ({ page }) => {
      const view = new TrainPage(page);
      await view.open();
      await expectNoBarrier(page);
      await view.train.click();
      await expect(view.notes).toContainText('Training finished');
      for (const part of ['Layers', 'Learning', 'Data', 'The course’s quirks']) {
        await view.unfold(part);
        await expectReadable(page);
      }
    });

    test('while it trains, with a changed recipe and with a problem', async ({ page }) => {
      const view = new TrainPage(page);
      await view.open();
      await view.setSpeed('1');
      await view.train.click();
      await expect.poll(() => view.batchesDone()).toBeGreaterThan(0);
      await view.unfold('Learning');
      await page.getByRole('textbox', { name: 'Batch size' }).fill('16');
      await expect(view.notes).toContainText('Changed: Batch size 16 instead of 32.');
      await expectNoBarrier(page);
      await page.getByRole('textbox', { name: 'Batch size' }).fill('x');
      await view.rate.fill('x');
      await view.rate.press('Enter');
      await expectReadable(page);
    });

    test('a diverged run', async ({ page }) => {
      const view = new TrainPage(page);
      await view.open();
      await view.unfold('Learning');
      await view.rate.fill('50');
      await view.rate.press('Enter');
      await expect(view.rate).toHaveValue('50');
      await view.train.click();
      await expect(view.notes).toContainText('diverged');
      await expectReadable(page);
    });

    test('the inside view, on the way forward and on the way back', async ({ page }) => {
      test.slow();
      await new TrainPage(page).open('#inside');
      await page.getByRole('button', { name: 'Next box' }).click();
      await expect(page.getByRole('heading', { name: 'Forward: ν of layer 1' })).toBeVisible();
      await expectReadable(page);
      await page.getByRole('button', { name: 'End', exact: true }).click();
      await page.getByRole('button', { name: 'Back', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Backward: ν of layer 1' })).toBeVisible();
      await expectReadable(page);
    });

    test('the data view', async ({ page }) => {
      await new TrainPage(page).open('#data');
      await page.locator('mf-relation-chart').scrollIntoViewIfNeeded();
      await expect(page.locator('mf-relation-chart svg').first()).toBeVisible();
      await expectReadable(page);
    });

    test('the check view, with a failed check, a slope and an edit', async ({ page }) => {
      test.slow();
      const view = new TrainPage(page);
      await view.open();
      await view.choosePreset('Chapter 2: neural network');
      await page.getByRole('link', { name: 'Check' }).click();
      await page.getByRole('button', { name: 'Check the gradients' }).click();
      await page.locator('table.worst button').first().click();
      await page.getByRole('button', { name: 'Train both and compare' }).click();
      await expect(page.getByRole('table', { name: 'Both trained' })).toBeVisible();
      await page.locator('mf-slope-chart').scrollIntoViewIfNeeded();
      await expect(page.locator('mf-slope-chart .drawing svg').first()).toBeVisible();
      await page.getByRole('slider', { name: 'Drag W1' }).press('ArrowRight');
      await expect(view.notes).toContainText('Edited by hand');
      await page.getByRole('button', { name: 'Show the row that the course prints' }).click();
      await expectReadable(page);
    });

    test('the recipe view, with problems', async ({ page }) => {
      await new TrainPage(page).open('#recipe');
      await expect(page.getByRole('textbox', { name: 'Recipe as JSON' })).toBeVisible();
      await expectNoBarrier(page);
      await page.getByRole('textbox', { name: 'Recipe as JSON' }).fill('{');
      await page.getByRole('button', { name: 'Apply' }).click();
      await expect(page.getByText('is not JSON')).toBeVisible();
      await expectReadable(page);
    });
  });
}

test('the tables behind the pictures', async ({ page }) => {
  test.slow();
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  for (const fold of await page.getByText('Values as a table').all()) await fold.click();
  await expectNoBarrier(page);
});

test('an engine that did not start', async ({ page, watch }) => {
  watch.expect('404');
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(page.getByText('did not start')).toBeVisible();
  await expectNoBarrier(page);
});

test('what looks for barriers finds one, also inside of an element', async ({ page }) => {
  await new TrainPage(page).open();
  await page.locator('mf-train-view').evaluate((view) => view.shadowRoot?.append(document.createElement('input')));
  expect(await findBarriers(page)).toEqual([expect.stringMatching(/^label: /)]);
});
