import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameLocator } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { LessonPage } from '../../web/lessons/lesson';
import { FakeLrs } from '../web/fake-lrs';
import { expectReadable } from './barriers';
import { pagesOf, questionsOf } from './lessons-page';
import { expect, type Locator, type Page, test } from './minifactory';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COMMAND = join(ROOT, 'build/scorm/cli.js');
const RUN_TIME = join(ROOT, 'node_modules/scorm-again/dist/scorm12.min.js');

/** A platform's page: its run-time keeps the data over visits in this tab and records every call. */
const PLATFORM = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A course</title><link rel="icon" href="data:,"></head><body>
<script src="run-time.js"></script>
<script>
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  api.loadFromJSON(JSON.parse(sessionStorage.getItem('cmi') ?? '{}'));
  window.calls = [];
  window.errors = [];
  window.API = new Proxy(api, {
    get: (target, name) => typeof target[name] !== 'function' ? target[name] : (...args) => {
      const reply = target[name](...args);
      if (/^LMS(Initialize|SetValue|Commit|Finish)$/.test(name)) {
        calls.push([name, ...args.slice(0, 1)].join(' ').trim());
        if (reply !== 'true') errors.push([name, ...args, target.LMSGetLastError()].join(' '));
      }
      if (name === 'LMSCommit') sessionStorage.setItem('cmi', JSON.stringify(target.renderCMIToJSONObject()));
      return reply;
    },
  });
</script>
<iframe title="The package" src="package/launch.html" style="width: 100%; height: 900px; border: 0"></iframe>
</body></html>`;

test.describe.configure({ mode: 'serial' });

let folder: string;

test.beforeAll(() => {
  if (!existsSync(COMMAND)) throw new Error('The command is not built: run `npm run build scorm` first.');
  folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
});

test.afterAll(() => rmSync(folder, { recursive: true }));

/** The files of a package made by the command. */
function made(...args: string[]): Readonly<Record<string, Uint8Array>> {
  const file = join(folder, 'package.zip');
  execFileSync(process.execPath, [COMMAND, ...args, '--out', file]);
  return unzipSync(readFileSync(file));
}

/** Unpacks a package on the test's own server, beside a platform's page. */
async function upload(page: Page, ...args: string[]): Promise<void> {
  const files = made(...args);
  await page.context().route('**/scorm/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/scorm\//, '');
    const content = files[name.replace(/^package\//, '')];
    if (name === 'platform.html') await route.fulfill({ body: PLATFORM, contentType: 'text/html' });
    else if (name === 'run-time.js') await route.fulfill({ path: RUN_TIME });
    else if (content === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ body: Buffer.from(content), contentType: typeOf(name) });
  });
}

function typeOf(name: string): string {
  return name.endsWith('.html') ? 'text/html' : name.endsWith('.css') ? 'text/css' : 'text/javascript';
}

const packaged = (page: Page) => page.frameLocator('iframe');
const record = (frame: FrameLocator | Page) => frame.locator('#record');
const noted = (page: Page, name: 'calls' | 'errors') =>
  page.evaluate((list) => (window as unknown as Record<string, string[]>)[list] as string[], name);
const value = (page: Page, element: string) =>
  page.evaluate(
    (name) => (window as unknown as { API: { LMSGetValue(name: string): string } }).API.LMSGetValue(name),
    element,
  );

async function unfoldLearning(frame: FrameLocator): Promise<void> {
  const learning = { hasText: 'Learning' };
  await frame
    .locator('mf-build-panel details')
    .filter(learning)
    .evaluate((part) => {
      (part as HTMLDetailsElement).open = true;
    });
}

/** Leaves the package as a platform does when it shows another page in its frame. */
async function leave(page: Page): Promise<void> {
  await page.locator('iframe').evaluate((frame) => {
    (frame as HTMLIFrameElement).src = 'about:blank';
  });
  await expect.poll(async () => (await noted(page, 'calls')).at(-1)).toBe('LMSFinish');
}

/** Answers a question whose right answer is a number. */
async function answerRightly(card: Locator, number: string): Promise<void> {
  await card.getByRole('textbox').fill(number);
  await card.getByRole('button', { name: 'Check' }).click();
  await expect(card).toContainText('Right.');
}

test('the progress towards a goal is recorded, and the next visit continues from there', async ({ page }) => {
  await upload(page, '--preset', 'chapter-3-one-hidden', '--goal', 'test-rmse<4, parameters<=200', '--hide', 'lessons');
  await page.goto('./scorm/platform.html');
  const frame = packaged(page);
  const train = frame.getByRole('button', { name: 'Skip to the end' });
  await expect(frame.getByRole('region', { name: /^Goal/ })).toContainText('under 4 (thousand dollars)');
  await expect(record(frame)).toContainText('not completed yet');
  await train.click();
  await expect(record(frame)).toHaveText('Recorded by the learning platform: not completed yet, 50 of 100.');
  expect(await value(page, 'cmi.core.score.raw')).toBe('50');

  await unfoldLearning(frame);
  await frame.getByRole('textbox', { name: 'Train for' }).fill('100');
  await frame.getByRole('textbox', { name: 'Train for' }).press('Escape');
  await train.click();
  await expect(record(frame)).toHaveText('Recorded by the learning platform: passed, 100 of 100.');
  await expect.poll(() => value(page, 'cmi.core.lesson_location')).toBe('epoch 100, batch 1200');
  await expect.poll(() => value(page, 'cmi.suspend_data')).toContain('"link":"r=1.');
  await leave(page);

  const calls = await noted(page, 'calls');
  expect(calls.slice(0, 3)).toEqual(['LMSInitialize', 'LMSSetValue cmi.core.lesson_status', 'LMSCommit']);
  expect(calls.slice(-4)).toEqual([
    'LMSSetValue cmi.core.exit',
    'LMSSetValue cmi.core.session_time',
    'LMSCommit',
    'LMSFinish',
  ]);
  expect(await noted(page, 'errors')).toEqual([]);

  await page.reload();
  await expect(record(frame)).toHaveText('Recorded by the learning platform: passed, 100 of 100.');
  await unfoldLearning(frame);
  await expect(frame.getByRole('textbox', { name: 'Train for' })).toHaveValue('100');
  await train.click();
  await expect(frame.getByRole('region', { name: /^Goal reached/ })).toBeVisible();
  await leave(page);
  expect(await noted(page, 'errors')).toEqual([]);
});

test('a lesson is recorded by its questions, which stay answered', async ({ page }) => {
  const id = 'foundations/why-transposed';
  const lesson = (await pagesOf('foundations')).find((each) => each.id === id) as LessonPage;
  const answers = questionsOf(lesson).map(({ answer }) => (answer.kind === 'number' ? String(answer.value) : ''));
  await upload(page, '--lesson', id);
  await page.goto('./scorm/platform.html');
  const frame = packaged(page);
  const cards = frame.locator('mf-question');
  const answer = (place: number) => answerRightly(cards.nth(place), answers[place] ?? '');
  await expect(cards).toHaveCount(2);
  await answer(1);
  await expect(record(frame)).toHaveText('Recorded by the learning platform: not completed yet, 50 of 100.');
  await expect.poll(() => value(page, 'cmi.suspend_data')).toContain('"answered":["');
  await leave(page);

  await page.reload();
  await expect(cards.nth(1)).toContainText('Right.');
  await expect(cards.nth(0)).not.toContainText('Right.');
  await answer(0);
  await expect(record(frame)).toHaveText('Recorded by the learning platform: completed, 100 of 100.');
  expect(await value(page, 'cmi.core.lesson_status')).toBe('completed');
  expect(await noted(page, 'errors')).toEqual([]);
  // The pages that the lesson links to are in the package, too.
  const link = frame.getByRole('link', { name: 'the book' }).first();
  const [other] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await expect(other.locator('mf-lessons').getByRole('heading', { level: 1 })).toBeVisible();
});

test('a cmi5 package sends statements to a learning record store, and the next visit continues', async ({
  page,
  watch,
}) => {
  const lrs = new FakeLrs();
  await lrs.start();
  // The documents that the platform does not have, and the store's own origin.
  watch.expect('404', lrs.origin, lrs.packageOrigin);
  const id = 'foundations/why-transposed';
  const lesson = (await pagesOf('foundations')).find((each) => each.id === id) as LessonPage;
  const answers = questionsOf(lesson).map(({ answer }) => (answer.kind === 'number' ? String(answer.value) : ''));
  // From a server, because Playwright ends the requests of a page that is left if it answers them itself.
  lrs.files = made('--standard=cmi5', '--lesson', id);
  const visit = () =>
    page.goto(`${lrs.packageOrigin}/package/launch.html?${lrs.launchCmi5({ returnURL: `${lrs.origin}/course` })}`);
  const cards = page.locator('mf-question');
  const answer = (place: number) => answerRightly(cards.nth(place), answers[place] ?? '');
  await visit();
  await expect(record(page)).toHaveText('Recorded by the learning platform: not completed yet.');
  await expect(cards).toHaveCount(2);
  await answer(1);
  await expect(record(page)).toHaveText('Recorded by the learning platform: not completed yet, 50 of 100.');
  await expect.poll(() => JSON.stringify(lrs.documents.get('minifactory') ?? '')).toContain('"answered":["');
  await page.goto('about:blank');
  await expect.poll(() => lrs.verbs).toEqual(['initialized', 'progressed', 'terminated']);

  await visit();
  await expect(cards.nth(1)).toContainText('Right.');
  await answer(0);
  await expect(record(page)).toHaveText('Recorded by the learning platform: completed, 100 of 100.');
  await page.getByRole('button', { name: 'Back to the course' }).click();
  await page.waitForURL(`${lrs.origin}/course`);
  expect(lrs.verbs.slice(3)).toEqual(['initialized', 'completed', 'terminated']);
  expect(lrs.refused).toEqual([]);
  await lrs.stop();
});

test('without a platform it works, and says that nothing is recorded', async ({ page }) => {
  await upload(page, '--preset', 'chapter-3-linear');
  await page.goto('./scorm/package/launch.html');
  await expect(record(page)).toHaveText(/not opened by a learning platform, so nothing is recorded/);
  await page.getByRole('button', { name: 'Skip to the end' }).click();
  await expect(page.locator('mf-train-view')).toContainText('Training finished');
  await expectReadable(page);
});
