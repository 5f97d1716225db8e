import { expect, type Page, TrainPage, test } from './minifactory';

/** The accessible name of the focused element, through all shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null) return '';
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    return (
      element.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      (element as HTMLElement).innerText ??
      ''
    ).trim();
  });
}

/** Presses Tab until an element with this name has the focus, and checks that each stop on the way shows it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

test('by keyboard alone: skip, build, train, step, change the speed, look at the data', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Layers/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Layer 1: units$/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('6');
  await tabTo(page, /^Layer 1: activation$/);
  await page.keyboard.press('t');
  await tabTo(page, /^Add a layer$/);
  await page.keyboard.press('Space');
  await expect(page.locator('mf-network-diagram')).toContainText('6 tanh units');
  await tabTo(page, /^Train$/);
  await tabTo(page, /^1 batch$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => view.batchesDone()).toBe(1);
  await tabTo(page, /^Speed$/);
  await page.keyboard.press('ArrowUp');
  await expect(view.speed).toHaveValue('10000');
  for (let stop = 0; stop < 20 && (await focused(page)) !== 'Train on'; stop += 1)
    await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('Train on');
  await page.keyboard.press('Enter');
  await expect(view.notes).toContainText(/Training finished|Stopped early/);
  await page.keyboard.press('Home');
  await page.goto('./#data');
  await expect(page.getByRole('table', { name: 'All 506 rows' })).toBeVisible();
  await tabTo(page, /^Leave out B$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The model does not use B.')).toBeVisible();
});

test('the focus can be seen wherever it stops', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const unseen: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      // The network's units and edges are drawn, and so is their focus; after the last stop the body has it.
      if (!(element instanceof HTMLElement) || element === document.body) return 'drawn';
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'none' ? '0px' : outlineWidth;
    });
    if (outline !== 'drawn' && Number.parseFloat(outline) < 2) unseen.push(await focused(page));
  }
  expect(unseen).toEqual([]);
});

test('the focus stays on what was pressed when it changes its word', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed('1');
  await view.train.focus();
  await page.keyboard.press('Enter');
  await expect(view.pause).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view.train).toBeFocused();
});

test('Space plays and pauses, unless what has the focus uses it', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed('10');
  await page.locator('h1').click();
  await page.keyboard.press('Space');
  await expect(view.pause).toBeVisible();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await expect(view.train).toBeVisible();
  const held = await view.batchesDone();
  await view.batch.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => view.batchesDone()).toBe(held + 1);
  await expect(view.train).toBeVisible();
});
