/** Parts beyond those of the course's first chapters, all in one network: chosen, trained and walked through. */
import { expect, TrainPage, test } from './minifactory';
import { ThreeWaysPage } from './three-ways-page';

const RECIPE = JSON.stringify({
  data: { features: ['RM', 'LSTAT'] },
  layers: [
    { units: 3, activation: 'softplus' },
    { type: 'dropout', keep: 0.5, form: 'course' },
    { units: 2, activation: 'elu' },
    { units: 1, activation: 'linear' },
  ],
  optimiser: { method: 'momentum', learningRate: 0.01, momentum: 0.8 },
  training: { batchSize: 4, stopAfter: { count: 2, unit: 'epochs' }, evaluateEvery: { count: 1, unit: 'epochs' } },
});

test('softplus, ELU, dropout and momentum are explained where they are used', async ({ page }) => {
  const ways = new ThreeWaysPage(page);
  await ways.openWith(RECIPE);
  const walk = page.getByRole('region', { name: 'Steps through the network' });
  const next = walk.getByRole('button', { name: 'Next box' });
  const walkTo = async (title: string) => {
    for (let step = 0; step < 40 && (await walk.getByRole('heading').innerText()) !== title; step += 1) {
      await next.click();
    }
    await expect(walk.getByRole('heading')).toHaveText(title);
  };
  const sentence = walk.locator('.saying').getByRole('status');

  await walkTo('Forward: s⁺ of layer 1');
  await expect(sentence).toContainText('softplus is ReLU with its corner rounded off');
  await expect(sentence).toContainText(/ln\(1 \+ e\^\(?[−\d]/);

  await walkTo('Forward: drop of layer 2');
  await expect(sentence).toContainText('keeps each number of O1 with a probability of 0.5 and sets the others to 0');
  await expect(ways.math).toContainText('In training, the course’s form');
  await expect(ways.math).not.toContainText('In a prediction');
  await expect(ways.code).toContainText('class Dropout');
  const mask = page.locator('mf-inside-arrays').getByRole('region', { name: 'm2', exact: true }).locator('tbody td');
  for (const kept of await mask.allInnerTexts()) expect(['0', '1.000']).toContain(kept);

  await walkTo('Forward: elu of layer 3');
  await expect(sentence).toContainText('ELU passes what is above 0');

  await walkTo('The update');
  await expect(sentence).toContainText('keep 0.8 times what they were');
  await expect(ways.math).toContainText('The velocity');
  await expect(
    page.locator('mf-inside-arrays').getByRole('region', { name: 'velocity of W1', exact: true }),
  ).toBeVisible();

  await page.getByRole('combobox', { name: 'Input', exact: true }).selectOption('One neighbourhood');
  await walk.getByRole('button', { name: 'Start' }).click();
  await walkTo('Forward: drop of layer 2');
  await expect(sentence).toContainText('drops nothing in a prediction, but multiplies every number of O1 by 0.5');

  await page.getByRole('link', { name: 'Train' }).click();
  await expect(page.locator('mf-network-diagram')).toContainText('3 dropout units');
  const train = new TrainPage(page);
  await train.unfold('Layers');
  await expect(page.getByRole('textbox', { name: 'Layer 2: keep' })).toHaveValue('0.5');
  await train.fold();
  await train.batch.click();
  await expect(train.notes).not.toContainText('failed');
});
