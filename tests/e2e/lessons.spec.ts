import { expectNoBarrier, expectReadable } from './barriers';
import { expectPage, pagesOf } from './lessons-page';
import { expect, LOOKS, type Page, TrainPage, test } from './minifactory';

const PAGE = '#lessons/foundations/derivative';

const input = (page: Page) => page.getByRole('textbox', { name: 'Input a' });
const card = (page: Page) => page.locator('mf-question').first();

async function answer(page: Page, text: string): Promise<void> {
  await card(page).getByRole('textbox').fill(text);
  await card(page).getByRole('button', { name: 'Check' }).click();
}

/** The page's second question. */
async function answerTheOther(page: Page): Promise<void> {
  const other = page.locator('mf-question').nth(1);
  await other.getByRole('radio', { name: 'It falls by about 0.05.' }).check();
  await other.getByRole('button', { name: 'Check' }).click();
  await expect(other).toContainText('Right.');
}

test('a link opens a figure with its values, and the address follows the figure', async ({ page }) => {
  await page.goto(`./${PAGE}?f1.point=2&f1.function=square`);
  await expect(input(page)).toHaveValue('2');
  await expect(page.getByRole('combobox', { name: 'Function' })).toHaveValue('square');
  const entries = await page.evaluate(() => history.length);
  await input(page).fill('-1.5');
  await input(page).press('Enter');
  await expect(page).toHaveURL(/f1\.point=-1\.5/);
  await page.reload();
  await expect(input(page)).toHaveValue(/^[-−]1\.5$/);
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('invalid values in the address are reported, and the page’s own values are used', async ({ page }) => {
  await page.goto(`./${PAGE}?f1.point=99&f7.x=1`);
  await expect(page.getByText('it must be a number from -3 to 3')).toBeVisible();
  await expect(page.getByText('“f7.x”, which this page does not have')).toBeVisible();
  await expect(input(page)).toHaveValue('1');
});

test('the way back leads to the figures as they were left', async ({ page }) => {
  await page.goto(`./${PAGE}`);
  await input(page).fill('0.5');
  await input(page).press('Enter');
  await expect(page).toHaveURL(/f1\.point=0\.5/);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nested functions' })).toBeVisible();
  await page.goBack();
  await expect(input(page)).toHaveValue('0.5');
});

test('a question gives hints, describes the error, and remembers that it was answered', async ({ page }) => {
  await page.goto(`./${PAGE}`);
  await answer(page, '-6');
  await expect(card(page).getByRole('status')).toHaveText('The size is right. Look at the sign.');
  await card(page).getByRole('button', { name: 'A hint' }).click();
  await expect(card(page).locator('.hint')).toHaveCount(1);
  await answer(page, '6,0');
  await expect(card(page).getByRole('status')).toContainText('Right.');
  await page.reload();
  await expect(card(page)).toContainText('Right.');
  await expect(card(page).getByRole('textbox')).toHaveValue('6');
  await answerTheOther(page);
  await page.getByRole('link', { name: 'Lessons', exact: true }).click();
  await expect(page.getByRole('link', { name: /The derivative/ })).toContainText('answered');

  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await page.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(page.getByRole('link', { name: /The derivative/ })).not.toContainText(/answered|seen/);
  await page.goto(`./${PAGE}`);
  await expect(card(page)).not.toContainText('Right.');
});

test('without storage, progress lasts for the visit, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(`./${PAGE}`);
  await answer(page, '6');
  await answerTheOther(page);
  await page.getByRole('link', { name: 'Lessons', exact: true }).click();
  await expect(page.getByRole('link', { name: /The derivative/ })).toContainText('answered');
  await expect(page.getByText('for this visit only')).toBeVisible();
});

test('terms lead to the glossary and back', async ({ page }) => {
  await page.goto(`./${PAGE}`);
  await page.locator('a.term').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await expect(page.locator('mf-glossary .chosen')).toBeInViewport();
  await expect(page.locator('mf-glossary .chosen')).toBeFocused();
  await expect(page.locator('mf-glossary .chosen dt')).toHaveText('derivative');
  await expectNoBarrier(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'The derivative' })).toBeVisible();
});

test('the search finds lessons and terms as one types', async ({ page }) => {
  await page.goto('./#lessons');
  await page.getByRole('link', { name: 'Search' }).click();
  const field = page.getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('secan');
  await expect(page.getByRole('link', { name: 'secant', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#lessons\/search\?q=secan$/);
  await expectNoBarrier(page);
  await page.reload();
  await page.getByRole('link', { name: 'The derivative' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The derivative' })).toBeVisible();
  await page.goto('./#lessons/search?q=zebra');
  await expect(page.getByRole('status')).toHaveText('“zebra” was not found.');
});

test('the arrow keys turn pages, but not from within a figure', async ({ page }) => {
  await page.goto(`./${PAGE}`);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await expect(input(page)).toBeVisible();
  await page.getByRole('slider').first().press('ArrowRight');
  await expect(page).toHaveURL(/f1\./);
  await expect(heading('The derivative')).toBeVisible();
  await page.getByRole('button', { name: 'Skip to the content' }).press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect(heading('Nested functions')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(heading('A row added to every row')).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a lesson starts no training and loads nothing of the playground', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const [first] = await pagesOf('foundations');
  if (first === undefined) throw new Error('There is no page.');
  await page.goto(`./#lessons/${first.id}`);
  await expectPage(page, first);
  expect(asked.filter((url) => /minifactory-app|training\.worker|train-/.test(url))).toEqual([]);
  expect(page.workers()).toEqual([]);
});

test('a run continues while a lesson is read, and the playground keeps its state', async ({ page }) => {
  test.slow();
  const view = new TrainPage(page);
  await view.open();
  await view.setSpeed('1');
  await view.train.click();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Lessons' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lessons' })).toBeVisible();
  await expect(page.locator('mf-app')).toBeHidden();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
  await expect(page).toHaveTitle(/^Glossary/);
  await page.getByRole('link', { name: 'Playground' }).click();
  await expect(page).toHaveTitle('Train: Chapter 3: one hidden layer · Minifactory');
  const before = await view.batchesDone();
  await expect.poll(() => view.batchesDone()).toBeGreaterThan(before);
  await expect(page.locator('mf-loss-chart canvas')).toBeVisible();
});

test('a link to a run opens it in the playground, once', async ({ page }) => {
  await page.goto('./#train?preset=chapter-2-linear');
  const title = page.locator('mf-train-view').getByRole('heading', { level: 2 }).first();
  await expect(title).toHaveText('Chapter 2: linear regression');
  await expect(page).toHaveURL(/#train$/);
  await new TrainPage(page).choosePreset('Chapter 3: two hidden layers');
  await page.reload();
  await expect(title).toHaveText('Chapter 3: two hidden layers');
});

test('the theme chosen in a lesson is the playground’s too', async ({ page }) => {
  const [lessons, playground] = [page.locator('mf-lessons'), page.locator('mf-app')];
  await page.goto(`./${PAGE}`);
  await lessons.getByRole('button', { name: 'Dark colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await lessons.getByRole('link', { name: 'Playground' }).click();
  await expect(playground.getByRole('button', { name: 'Dark colours' })).toHaveAttribute('aria-pressed', 'true');
  await playground.getByRole('button', { name: 'Light colours' }).click();
  await playground.getByRole('link', { name: 'Lessons' }).click();
  await expect(lessons.getByRole('button', { name: 'Light colours' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test.describe('on a dark screen', () => {
  test.use({ colorScheme: 'dark' });

  test('a page is printed dark on light', async ({ page }) => {
    const lightness = () =>
      page.evaluate(() => (/[\d.]+/.exec(getComputedStyle(document.documentElement).color) ?? ['0'])[0]).then(Number);
    await page.goto(`./${PAGE}`);
    expect(await lightness()).toBeGreaterThan(200);
    await page.emulateMedia({ media: 'print' });
    expect(await lightness()).toBeLessThan(60);
  });
});

test('printed, a page is its text and figures, and answers only where they were given', async ({ page }) => {
  await page.goto(`./${PAGE}`);
  await expect(input(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const hidden of [
    'mf-lessons-header',
    'mf-chapter-nav',
    '.leads nav',
    'mf-question .actions',
    'figure .controls',
  ]) {
    await expect(page.locator(hidden).first()).toBeHidden();
  }
  await expect(page.locator('mf-figure-slot figure')).toBeVisible();
  await expect(page.locator('mf-question .right')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await answer(page, '6');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('mf-question .right')).toBeVisible();
});

test('a figure that failed to load is reported, and can be loaded again', async ({ page, watch }) => {
  watch.expect('404');
  await page.route('**/derivative-figure*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`./${PAGE}`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('could not be loaded');
  await expectNoBarrier(page);
  await page.unroute('**/derivative-figure*.js');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(input(page)).toBeVisible();
});

test('an engine that failed to start is reported, and can be started again', async ({ page, watch }) => {
  watch.expect('404');
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`./${PAGE}`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('could not be loaded: the server answered 404');
  await page.unroute('**/*.wasm');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(input(page)).toBeVisible();
});

test('a page that does not exist, or that failed to load, is reported', async ({ page, watch }) => {
  watch.expect('404');
  await page.goto('./#lessons/foundations/nothing');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await page.route('**/glossary-view*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('alert')).toContainText('This page could not be loaded');
  await page.unroute('**/glossary-view*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
});

test('lessons that failed to load are reported, and can be loaded again', async ({ page, watch }) => {
  watch.expect('404');
  await page.route('**/lessons-app*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./#lessons');
  await expect(page.getByText('could not be loaded')).toBeVisible();
  await page.unroute('**/lessons-app*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lessons' })).toBeVisible();
});

for (const { width, colorScheme } of LOOKS) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('contents, a question answered wrongly and rightly', async ({ page }) => {
      await page.goto(`./${PAGE}`);
      await answer(page, '1');
      await expect(card(page).getByRole('status')).toHaveText('This is too small.');
      await expectNoBarrier(page);
      await answer(page, '6');
      await expectNoBarrier(page);
      await page.getByRole('link', { name: 'Lessons', exact: true }).click();
      await page.getByRole('button', { name: 'Forget my progress' }).click();
      await expectReadable(page);
    });
  });
}
