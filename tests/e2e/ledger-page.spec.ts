import ledger from '../golden/ledger.json' with { type: 'json' };
import { expectReadable } from './barriers';
import { expect, type Page, test } from './minifactory';

const rows = (page: Page) => page.locator('mf-ledger-page tbody tr');
const row = (page: Page, id: string) => page.locator(`mf-ledger-page tr[data-entry="${id}"]`);
const verdict = (page: Page) => page.locator('mf-ledger-page .verdict');

async function open(page: Page, part = ''): Promise<void> {
  await page.goto(`./#lessons/ledger${part}`);
  await expect(page.getByRole('heading', { name: 'The ledger' })).toBeVisible();
}

test('every number the course prints is computed and agrees', async ({ page }) => {
  await open(page);
  await expect(verdict(page)).toContainText(`All ${ledger.length} numbers agree.`, { timeout: 20_000 });
  await expect(rows(page)).toHaveCount(ledger.length);
  for (const entry of ledger) {
    const cells = await row(page, entry.id).locator('td').allInnerTexts();
    expect(cells[0], entry.id).toBe(entry.printed);
    // Computed now, with more digits than printed, and equal to the reference.
    const tolerance = Math.max(1e-9, 1e-9 * Math.abs(entry.reference)) + 0.5 * 10 ** -((entry.decimals ?? 12) + 4);
    expect(Math.abs(Number(cells[1]) - entry.reference), `${entry.id}: ${cells[1]}`).toBeLessThanOrEqual(tolerance);
    expect(cells[2], entry.id).toContain('yes');
  }
  await expect(verdict(page)).toContainText(/Computed in \d+\.\d\d s/);
  await page.getByRole('button', { name: 'Compute again' }).click();
  await expect(verdict(page)).toContainText(`All ${ledger.length} numbers agree.`, { timeout: 20_000 });
});

test('numbers are shown by chapter, and the address says which', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: /^Chapter 2/ }).click();
  await expect(page).toHaveURL(/#lessons\/ledger\/chapter-2$/);
  const inChapter = ledger.filter(({ source }) => source.includes('chapter 2'));
  await expect(rows(page)).toHaveCount(inChapter.length);
  await expect(page.getByRole('link', { name: /^Chapter 2/ })).toHaveAttribute('aria-current', 'true');
  await open(page, '/lecture');
  await expect(rows(page)).toHaveCount(ledger.filter(({ source }) => source.includes('lecture')).length);
});

test('a run opens in the playground', async ({ page }) => {
  await open(page, '/chapter-3');
  await row(page, 'ch3.two-hidden.rmse').getByRole('link').click();
  await expect(page.getByRole('combobox', { name: 'Start from' })).toHaveValue('chapter-3-two-hidden');
});

test('the two printings of the data are explained', async ({ page }) => {
  await open(page);
  await page.getByText('Two printings of the data').click();
  await expect(page.getByText(/0\.6718; it should be 10\.6718/)).toBeVisible();
});

test('a number that does not agree is found', async ({ page }) => {
  // As if the engine's file was changed: another number in the first row.
  await page.addInitScript(() => {
    const Plain = Worker;
    window.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => {
          if (data.kind !== 'row' || data.row.id !== 'lec.deriv.square') return;
          data.row.obtained += 1e-9;
          data.row.agrees = false;
        });
      }
    };
  });
  await open(page);
  await expect(verdict(page)).toContainText(`${ledger.length - 1} of ${ledger.length} numbers agree; 1 does not.`, {
    timeout: 20_000,
  });
  await expect(row(page, 'lec.deriv.square')).toContainText('▲ no');
});

test('an engine that cannot be loaded is reported, and can be loaded again', async ({ page, watch }) => {
  watch.expect('Failed to load resource', '.wasm');
  await page.context().route(/\.wasm$/, (route) => route.abort());
  await open(page);
  await expect(page.getByRole('alert')).toContainText('The numbers could not be computed.', { timeout: 20_000 });
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.context().unroute(/\.wasm$/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(verdict(page)).toContainText('numbers agree', { timeout: 20_000 });
});

test('axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, '/chapter-3');
  await expect(verdict(page)).toContainText('All', { timeout: 20_000 });
  await expectReadable(page);
});
