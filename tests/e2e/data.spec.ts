import { expect, TrainPage, test } from './minifactory';

test('all rows can be paged through and sorted', async ({ page }) => {
  await new TrainPage(page).open('#data');
  const table = page.getByRole('table', { name: 'All 506 rows' });
  const firstPrice = table.locator('tbody tr').first().locator('td').last();
  await expect(table.locator('tbody tr')).toHaveCount(25);
  await expect(firstPrice).toHaveText('24');
  await page.getByRole('button', { name: 'Last' }).click();
  await expect(page.getByText('501 to 506 of 506')).toBeVisible();
  await expect(table.locator('tbody tr')).toHaveCount(6);
  await table.getByRole('button', { name: 'MEDV' }).click();
  await expect(table.getByRole('columnheader', { name: 'MEDV' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(firstPrice).toHaveText('5');
  await table.getByRole('button', { name: 'MEDV' }).click();
  await expect(firstPrice).toHaveText('50');
});

test('a column shows its meaning, its distribution and how it goes with the price', async ({ page }) => {
  await new TrainPage(page).open('#data');
  await page.getByRole('listitem').getByRole('button', { name: 'RM', exact: true }).click();
  await expect(page.getByText('Average number of rooms per home.')).toBeVisible();
  await expect(page.locator('mf-histogram')).toContainText('RM');
  await expect(page.locator('mf-relation-chart')).toContainText('RM and MEDV');
});

test('the two printings differ in one cell, and the page says which', async ({ page }) => {
  await new TrainPage(page).open('#data');
  await expect(page.getByText('CRIM of row 445 is 0.6718 instead of 10.6718')).toBeVisible();
  const crime = async () => {
    const table = page.getByRole('table', { name: 'All 506 rows' });
    for (let turned = 0; turned < 17; turned += 1) await page.getByRole('button', { name: 'Next' }).click();
    return table
      .locator('tbody tr')
      .filter({ has: page.getByRole('rowheader', { name: '445', exact: true }) })
      .locator('td')
      .first()
      .innerText();
  };
  expect(await crime()).toBe('0.6718');
  await page.getByRole('combobox', { name: 'Data' }).selectOption('boston');
  await expect(page.getByRole('heading', { name: 'Boston housing', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'First' }).click();
  expect(await crime()).toBe('10.6718');
});
