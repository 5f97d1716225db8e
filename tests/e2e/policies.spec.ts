/** Pages whose Content-Security-Policy refuses a part of Minifactory: each says what is wrong and what to change. */
import { expect, type Page, test } from './minifactory';

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types 'none'";
/** Templates are allowed, but no addresses of scripts. */
const NO_SCRIPT_ADDRESSES = "require-trusted-types-for 'script'";
const NO_WORKERS = "worker-src 'none'";

const CASES = [
  { policy: TRUSTED_TYPES, sentence: 'requires Trusted Types, with which Minifactory cannot start' },
  { policy: NO_SCRIPT_ADDRESSES, sentence: 'requires Trusted Types, with which Minifactory cannot start' },
  { policy: NO_WORKERS, sentence: /does not let Minifactory start its worker.* Add http:\S+ to worker-src/ },
] as const;

/** Serves the page with a policy in its headers, in addition to the policy in it. */
async function openWith(page: Page, policy: string, address: string): Promise<void> {
  await page.route(`**/${address.replace(/#.*/, '')}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`./${address}`);
}

const DIRECTIVES = ['violates the following', 'TrustedScriptURL', 'Content-Security-Policy of this page'];

for (const { policy, sentence } of CASES) {
  test(`the page, a frame and an element say what is wrong under ${policy}`, async ({ page, watch }) => {
    watch.expect(...DIRECTIVES);
    await openWith(page, policy, 'index.html');
    await expect(page.locator('body')).toContainText(sentence);
    await openWith(page, policy, 'embed.html#part=loss');
    await expect(page.locator('mini-factory')).toContainText(sentence);

    const body = `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">
      <script src="../courses/minifactory/mini-factory.js"></script><mini-factory part="loss"></mini-factory>`;
    await page.addInitScript(() => {
      const sentences: string[] = [];
      Object.assign(window, { sentences });
      document.addEventListener('minifactory-error', ({ detail }: CustomEventInit) =>
        sentences.push(detail.problems[0]?.sentence ?? ''),
      );
    });
    await page.route('**/elsewhere/page.html', (route) =>
      // Without its encoding: the sentences must be readable nevertheless.
      route.fulfill({ contentType: 'text/html', body, headers: { 'content-security-policy': policy } }),
    );
    await page.goto('./../../elsewhere/page.html');
    const element = page.locator('mini-factory');
    await expect(element).toContainText(sentence);
    await expect(element).not.toContainText('â');
    const sentences = () => page.evaluate(() => (window as unknown as { sentences: string[] }).sentences);
    await expect.poll(sentences).toHaveLength(1);
    expect((await sentences())[0]).toMatch(sentence);
    const outcome = await element.evaluate((each) =>
      (each as HTMLElementTagNameMap['mini-factory']).run().then(String, String),
    );
    expect(outcome).toMatch(sentence);
  });
}

test('a page that does not allow the script of another place names it', async ({ page, watch }) => {
  watch.expect('violates the following', 'Content-Security-Policy of this page');
  const script = '../courses/minifactory/mini-factory.js';
  await page.route('**/elsewhere/page.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">
        <script src="${script}"></script><mini-factory part="loss">A network.</mini-factory>`,
      // Only the small script itself.
      headers: { 'content-security-policy': `script-src ${new URL(script, route.request().url()).href}` },
    }),
  );
  await page.goto('./../../elsewhere/page.html');
  await expect(page.locator('mini-factory').getByRole('alert')).toContainText(
    /refuses Minifactory’s script\. Add http:\S+ to script-src/,
  );
});
