import { HIDEABLE_NAMES } from '../../web/state/page/hideable';
import { expectNoBarrier, expectReadable } from './barriers';
import { CoursePage, TITLE } from './course-page';
import { expect, LOOKS, test } from './minifactory';

/** The content of each part when it is ready. */
const DRAWN = {
  loss: 'mf-loss-chart canvas',
  network: 'mf-network-diagram svg',
  inside: 'mf-pass-diagram svg',
  response: 'mf-response-chart svg',
  predictions: 'mf-prediction-chart svg',
  metrics: 'mf-metrics-table table',
} as const;

test('the page around stays as it is, and its styles stay outside', async ({ page }) => {
  const course = new CoursePage(page);
  const lookAround = () =>
    page.evaluate(() => {
      const { fontSize, color, letterSpacing } = getComputedStyle(document.querySelector('#after') as Element);
      const root = document.documentElement;
      return {
        title: document.title,
        address: location.href,
        history: history.length,
        local: localStorage.length,
        session: sessionStorage.length,
        cookies: document.cookie,
        looks: [fontSize, color, letterSpacing],
        root: [...root.attributes, ...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
        sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      };
    });
  await course.open('');
  const before = await lookAround();
  await page.evaluate(() => {
    const place = document.createElement('div');
    place.innerHTML = `<mini-factory id="all" theme="light" hide="loss"></mini-factory>
      <mini-factory id="lesson" lesson="foundations/derivative"></mini-factory>`;
    document.querySelector('#before')?.after(...place.children);
  });
  await course.isReady('all');
  const all = course.element('all');
  await expect(all.locator('mf-metrics-table')).toBeVisible();
  const heading = all.getByRole('heading', { name: 'Chapter 3: one hidden layer' });
  // 1.0625 of the reader's own 16 px, where the page's root would make it 13.
  await expect(heading).toHaveCSS('font-size', '17px');
  await expect(heading).toHaveCSS('color', 'rgb(27, 34, 45)');
  await expect(heading).toHaveCSS('letter-spacing', 'normal');
  await expect(heading).toHaveCSS('text-align', 'start');
  await expect(heading).toHaveCSS('text-transform', 'none');
  await expect(all.getByRole('button', { name: 'Train', exact: true })).toHaveCSS('border-radius', '4px');

  for (const view of ['Inside', 'Runs', 'Data', 'Recipe', 'Train']) {
    await all.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
    await expect(all.getByRole('link', { name: view, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  await all.getByRole('button', { name: 'Dark colours' }).click();
  await expect(heading).toHaveCSS('color', 'rgb(233, 231, 224)');
  await all.getByRole('button', { name: '1 epoch' }).click();
  await expect(all.locator('.view:not(.kept) mf-timeline')).toContainText('12');
  const lesson = course.element('lesson');
  await lesson.scrollIntoViewIfNeeded();
  await lesson.getByRole('textbox', { name: 'Input a' }).fill('2');
  await lesson.getByRole('textbox', { name: 'Input a' }).press('Enter');
  await expect(lesson.locator('mf-figure-slot').first()).toContainText('At a = 2');
  expect(await lookAround()).toEqual(before);

  // A link to the rest of the site shows its address before it is followed.
  const next = lesson.getByRole('link', { name: 'Next' });
  await next.hover();
  await expect(next).toHaveAttribute('href', /\/courses\/minifactory\/index\.html#lessons\/foundations\//);
  const [opened] = await Promise.all([page.waitForEvent('popup'), next.press('Enter')]);
  await expect(opened.locator('mf-lesson-page h1')).toBeVisible();
  expect(await page.title()).toBe(TITLE);
});

test('hidden controls do not exist, and every option can be changed at run time', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open('<mini-factory id="one" part="loss" hide="seed,title" speed="20"></mini-factory>');
  const one = course.element('one');
  await course.isReady('one');
  await expect(one.getByRole('button', { name: 'Reset' })).toBeVisible();
  await expect(one.getByRole('button', { name: 'New seed' })).toHaveCount(0);
  await expect(one.getByRole('heading', { name: 'Chapter 3' })).toHaveCount(0);
  await course.set('one', 'hide', 'transport');
  await expect(one.getByRole('button', { name: 'Reset' })).toHaveCount(0);
  await expect(one.getByRole('heading', { name: 'Chapter 3: one hidden layer' })).toBeVisible();
  await course.set('one', 'preset', 'chapter-3-linear');
  await expect(one.getByRole('heading', { name: 'Chapter 3: linear model' })).toBeVisible();
  await course.set('one', 'part', 'network');
  await expect(one.locator('mf-network-diagram')).toContainText('14 parameters');
  await course.set('one', 'part', 'response');
  await course.set('one', 'feature', 'RM');
  await expect(one.locator('mf-response-chart')).toContainText('Response to RM');

  await course.set('one', 'figure', 'derivative');
  await course.set('one', 'values', 'point=2&wrong=1');
  await course.set('one', 'part', 'figure');
  await expect(one.getByRole('textbox', { name: 'Input a' })).toHaveValue('2');
  await expect(one.getByRole('status').first()).toContainText('The figure has no value “wrong”');
  await course.set('one', 'figure', 'training');
  await expect(one.getByText('Linear regression, training')).toBeVisible();
  await course.set('one', 'hide', 'sed');
  await expect(one.getByRole('alert')).toContainText('did you mean “seed”?');
  const errors = await course.toldOf('one', 'minifactory-error');
  expect(errors.at(-1)).toMatchObject({ problems: [{ option: 'hide' }] });

  // As properties, too.
  await one.evaluate((element) =>
    Object.assign(element, { hide: ['speed', 'seed'], recipe: { name: 'Mine' }, part: 'loss' }),
  );
  await expect(one).toHaveAttribute('hide', 'speed,seed');
  await expect(one.getByRole('heading', { name: 'Mine' })).toBeVisible();
});

test('with everything hidden, no control can be focused', async ({ page }) => {
  const course = new CoursePage(page);
  const all = HIDEABLE_NAMES.join(',');
  await course.open(`<mini-factory id="one" hide="${all}"></mini-factory>
    <mini-factory id="two" part="metrics" hide="${all}"></mini-factory>`);
  await course.isReady('one', 'two');
  await expect(course.element('two').locator('mf-metrics-table')).toBeVisible();
  for (const id of ['one', 'two']) {
    for (const role of ['button', 'link', 'textbox', 'slider', 'combobox', 'heading', 'progressbar'] as const) {
      await expect(course.element(id).getByRole(role), `${role} of ${id}`).toHaveCount(0);
    }
  }
  await course.set('one', 'hide', '');
  await expect(course.element('one').getByRole('button', { name: 'Train', exact: true })).toBeVisible();
});

test('wears the colours, the font and the size around it, also when they change', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open('<mini-factory id="one" part="loss" theme="host" size="host"></mini-factory>');
  await course.isReady('one');
  const one = course.element('one');
  const heading = one.getByRole('heading', { name: 'Chapter 3' });
  await expect(heading).toHaveCSS('color', 'rgb(7, 54, 66)');
  await expect(heading).toHaveCSS('font-family', 'Georgia, serif');
  // 1.3125 of 18 px.
  await expect(heading).toHaveCSS('font-size', '23.625px');
  await expect(one.locator('.sheet.part')).toHaveCSS('background-color', 'rgb(253, 246, 227)');
  await expectNoBarrier(page);
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect(heading).toHaveCSS('color', 'rgb(238, 232, 213)');
  await expect(one.locator('.sheet.part')).toHaveCSS('background-color', 'rgb(0, 43, 54)');
  await page.evaluate(() => {
    document.body.style.fontSize = '24px';
  });
  await expect(heading).toHaveCSS('font-size', '31.5px');
  await expectNoBarrier(page);
});

for (const { width, colorScheme } of LOOKS) {
  test(`every part is without barriers at ${width} px, ${colorScheme}`, async ({ page }) => {
    // All of them are drawn, because all are in view.
    await page.setViewportSize({ width, height: 9000 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const course = new CoursePage(page);
    const parts = Object.keys(DRAWN) as (keyof typeof DRAWN)[];
    const elements = parts.map((part) => `<mini-factory id="${part}" part="${part}"></mini-factory>`);
    await course.open(`${elements.join('')}<mini-factory id="figure" figure="derivative"></mini-factory>`);
    await course.isReady(...parts, 'figure');
    for (const part of parts) await expect(course.element(part).locator(DRAWN[part]).first()).toBeVisible();
    await expectReadable(page);
  });
}

test('the playground is without barriers in the colours of the page around', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open('<mini-factory id="one" theme="host"></mini-factory>');
  await course.isReady('one');
  await expect(course.element('one').locator('mf-metrics-table')).toBeVisible();
  await expectNoBarrier(page);
});

test('can be used by keyboard, and loading the script twice has no effect', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open(
    '<a href="#x" id="link">a link</a><mini-factory id="one" part="loss" speed="fastest"></mini-factory><a href="#y" id="behind">behind</a>',
  );
  await course.isReady('one');
  await page.addScriptTag({ url: '../courses/minifactory/mini-factory.js' });
  await page.locator('#link').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await course.toldOf('one', 'minifactory-finished')).length).toBe(1);
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator('#behind').evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The focus does not come out again.');
});

test('a lesson tells of its questions, and takes its state back', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open('<mini-factory id="one" lesson="foundations/derivative" values="f1.point=2"></mini-factory>');
  await course.isReady('one');
  const one = course.element('one');
  await one.getByRole('textbox', { name: 'Your answer' }).first().fill('6');
  await one.getByRole('button', { name: 'Check' }).first().click();
  await expect(one).toContainText('Right.');
  expect(await course.toldOf('one', 'minifactory-answered')).toEqual([
    { lesson: 'foundations/derivative', question: 'q1', answered: 1, questions: 2 },
  ]);
  const state = await course.getState('one');
  expect(state.lesson).toEqual({ id: 'foundations/derivative', values: 'f1.point=2', answered: ['q1'] });
  await course.call('one', 'reset');
  await expect(one.getByRole('button', { name: 'Check' })).toHaveCount(2);
  await course.setState('one', state);
  await expect(one).toContainText('Right.');
  await expectNoBarrier(page);
});
