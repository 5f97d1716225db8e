import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, TrainPage, test } from './minifactory';
import { ThreeWaysPage } from './three-ways-page';

test('the whole network has its formulas, its picture and the program that npm run export prints', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const ways = new ThreeWaysPage(page);
  await new TrainPage(page).open('#inside');
  await ways.subject.selectOption('The whole network');
  await expect(ways.math.locator('.formula').first()).toContainText('ν of layer 1');
  const exported = execFileSync('npm', ['run', '-s', 'export', '--', 'numpy', '--preset', 'chapter-3-one-hidden'], {
    encoding: 'utf8',
  });
  expect(await ways.code.locator('code').textContent()).toBe(exported);
  await ways.code.getByRole('button', { name: 'Copy' }).click();
  await expect(ways.code.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(exported);
  const saving = page.waitForEvent('download');
  await ways.panel.getByRole('button', { name: 'Save' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('network.py');
  expect(readFileSync(await saved.path(), 'utf8')).toBe(exported);

  // A term of the formula is highlighted in the picture, and the other way round.
  const marked = ways.panel.locator('mf-network-boxes .tag.marked');
  await ways.math.locator('.formula [data-term=W2]').first().hover();
  await expect(marked).toHaveAttribute('data-shows', 'W2');
  await ways.panel.locator('mf-network-boxes .name[data-shows=M1]').hover();
  await expect.poll(async () => (await ways.lit()).math).toEqual(['M1']);
  await ways.panel.locator('mf-network-boxes [data-box="3"]').click();
  await expect(page.getByRole('heading', { name: 'Forward: ν of layer 2' })).toBeVisible();

  await ways.code.getByRole('tab', { name: 'C++' }).click();
  await expect(ways.code).toContainText('wasm/core/layers/neural_network.cpp, line');
  await expect(ways.panel.getByRole('button', { name: 'Save' })).toHaveCount(0);
});
