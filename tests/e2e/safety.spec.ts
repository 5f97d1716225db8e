import { PLOT_STYLE_SOURCE } from '../../web/charts/plot/style';
import { expect, TrainPage, test } from './minifactory';

test('the page carries a strict Content-Security-Policy', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = new Map(
    (policy ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );
  expect(Object.fromEntries(directives)).toEqual({
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': `'self' ${PLOT_STYLE_SOURCE}`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

test('the policy is enforced: neither eval nor an inline script or style has an effect', async ({ page, watch }) => {
  watch.expect('Content Security Policy');
  const view = new TrainPage(page);
  await view.open();
  await page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.injected = true';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(inline, style);
    // The page, not the test, evaluates a text that is passed to a timer, so the page's policy applies.
    setTimeout('globalThis.evaluated = true' as unknown as () => void);
    return new Promise((resolve) => setTimeout(resolve, 50));
  });
  const got = await page.evaluate(() => ({
    injected: 'injected' in globalThis,
    evaluated: 'evaluated' in globalThis,
    display: getComputedStyle(document.body).display,
  }));
  expect(got).toEqual({ injected: false, evaluated: false, display: 'block' });
});

test('all views, all the way through, without an error or a request to elsewhere', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await page.mouse.wheel(0, 2000);
  await expect(page.locator('mf-response-chart svg').first()).toBeVisible();
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.locator('mf-histogram svg').first()).toBeVisible();
  await page.getByRole('listitem').getByRole('button', { name: 'RM', exact: true }).click();
  await expect(page.locator('mf-relation-chart')).toContainText('RM and MEDV');
  await page.getByRole('link', { name: 'Recipe' }).click();
  await expect(page.getByRole('textbox', { name: 'Recipe as JSON' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table', { name: 'All 506 rows' })).toBeVisible();
});
