import { DrawingsPage, WIDE } from './inside-drawings-page';
import { expect, test } from './minifactory';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a heat map is magnified at the pointer and at the keyboard position', async ({ page }) => {
  const view = new DrawingsPage(page);
  await view.open(WIDE);
  for (let step = 0; step < 4; step += 1) await view.next.click();
  const weights = page.getByRole('region', { name: 'W2', exact: true });
  const map = weights.locator('mf-heat-map');
  const magnifier = map.locator('mf-heat-magnifier');
  await map.locator('canvas').hover({ position: { x: 1, y: 1 } });
  await expect(magnifier).toContainText('unit 3');
  await expect(magnifier.locator('td.place')).toHaveCount(1);
  const first = (await weights.locator('tbody td').first().innerText()).replace('−', '-');
  const magnified = (await magnifier.locator('td.place').innerText()).replace('−', '-');
  expect(Number(magnified)).toBeCloseTo(Number(first), 2);
  await page.mouse.move(0, 0);
  await expect(magnifier).toHaveCount(0);

  await map.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(map.getByRole('status')).toHaveText(/^unit 2, unit 64: /);
  await page.keyboard.press('Enter');
  await expect(weights.getByRole('group', { name: /^columns of W2/ })).toContainText('columns 57 to 64 of 64');
  await expect(page.getByRole('region', { name: 'Selected number' }).getByRole('heading')).toHaveText(
    'W2 of unit 2, unit 64',
  );
  await page.keyboard.press('Escape');
  await expect(magnifier).toHaveCount(0);
});
