import { expectNoBarrier } from './barriers';
import { expect, type Page, TrainPage, test } from './minifactory';

const LINK = '#preset=chapter-3-one-hidden&goal=test-rmse<4,parameters<=200';

const panel = (page: Page) => page.getByRole('region', { name: /^Goal/ });
const conditions = (page: Page) => panel(page).getByRole('listitem');
const field = (page: Page) => page.getByRole('textbox', { name: 'Link' });
const goal = (page: Page) => page.getByRole('combobox', { name: 'Goal' });

test.describe('on a phone in the dark', () => {
  test.use({ viewport: { width: 390, height: 800 }, colorScheme: 'dark', contextOptions: { reducedMotion: 'reduce' } });

  test('a goal from a link is missed by the run it comes with, reached by a better one, and put away', async ({
    page,
  }) => {
    const view = new TrainPage(page);
    await view.open(LINK);
    await expect(panel(page)).toContainText(
      'Reach a test RMSE under 4 (thousand dollars) with at most 200 parameters.',
    );
    await expect(conditions(page)).toHaveText([/not yet/, /196: met/]);
    await view.train.click();
    await expect(panel(page).getByRole('status')).toContainText('1 of 2 conditions met at epoch 50, batch 600.');
    await expect(conditions(page).first()).toContainText('4.027: not yet');

    await view.unfold('Learning');
    await page.getByRole('textbox', { name: 'Train for' }).fill('100');
    await view.fold();
    await expect(panel(page).getByRole('status')).toContainText('This recipe has not been trained yet.');
    await view.train.click();
    await expect(panel(page).getByRole('status')).toContainText('Reached at epoch 100');
    await expect(page.getByRole('region', { name: /^Goal reached/ })).toBeVisible();
    expect(await panel(page).evaluate((part) => part.getAnimations({ subtree: true }).length)).toBe(0);
    await expectNoBarrier(page);

    // A reached goal stays reached on another run; a reload starts again with the same goal.
    await view.reset.click();
    await expect(panel(page).getByRole('status')).toContainText('It stays reached');
    await page.reload();
    await expect(panel(page).getByRole('status')).toContainText('This recipe has not been trained yet.');
    await panel(page).getByRole('button', { name: 'Remove the goal' }).press('Enter');
    await expect(panel(page)).toBeHidden();
    await view.notes.getByRole('button', { name: 'Undo' }).click();
    await expect(panel(page)).toBeVisible();
  });
});

test('a goal typed in the share dialogue is in the link; an invalid one is reported', async ({ page, context }) => {
  await new TrainPage(page).open();
  await page.getByRole('button', { name: 'Share' }).click();
  await goal(page).fill('test-rsme<4');
  await expect(page.getByRole('dialog')).toContainText('Did you mean test-rmse?');
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeDisabled();
  await goal(page).fill('test-rmse < 4, parameters <= 200');
  await expect(page.getByRole('dialog')).toContainText('Reach a test RMSE under 4');
  await expect(field(page)).toHaveValue(/#preset=chapter-3-one-hidden&goal=/);

  const other = await context.newPage();
  await other.goto(await field(page).inputValue());
  await expect(conditions(other)).toHaveCount(2);
  await other.goto('./#preset=chapter-3-linear&goal=zebra<1');
  await expect(other.locator('mf-app main')).toContainText('The goal in the link cannot be judged.');
  await expect(conditions(other)).toHaveCount(2);
});
