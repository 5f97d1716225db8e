/**
 * Charts and the network with extreme numbers: without errors, since every console error fails a test, and readable.
 */
import type { Histogram } from '../../web/charts/data/histogram';
import type { RelationChart } from '../../web/charts/data/relation-chart';
import type { LossChart } from '../../web/charts/loss/loss-chart';
import type { PartialDependenceChart } from '../../web/charts/model/partial-dependence-chart';
import type { PredictionChart } from '../../web/charts/model/prediction-chart';
import type { NetworkDiagram } from '../../web/diagrams/network/network-diagram';
import { expect, type Page, TrainPage, test } from './minifactory';

const HUGE = [1e154, -1e154, Number.MAX_VALUE, -Number.MAX_VALUE];
const NO_NUMBERS = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
const FAR_OFF = [...HUGE, ...NO_NUMBERS];

/** Every attribute in the page's charts whose numbers are not finite, or too large for a screen. */
function wrongGeometry(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrongs: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (!element.closest('svg')) continue;
        for (const { name, value } of element.attributes) {
          if (!['d', 'x', 'y', 'cx', 'cy', 'x1', 'y1', 'x2', 'y2', 'transform'].includes(name)) continue;
          const numbers = value.match(/NaN|Infinity|-?[\d.]+(e[-+]?\d+)?/g) ?? [];
          if (numbers.some((number) => !(Math.abs(Number(number)) < 1e5)))
            wrongs.push(`${name}="${value.slice(0, 60)}"`);
        }
      }
    };
    look(document);
    return wrongs;
  });
}

/** Every chart has been in view and is drawn. */
async function settled(page: Page): Promise<void> {
  for (const picture of [
    'mf-loss-chart .drawing canvas',
    'mf-prediction-chart .drawing svg',
    'mf-response-chart .drawing svg',
    'mf-network-diagram .scroll > svg',
  ]) {
    await page.locator(picture.split(' ')[0] ?? '').scrollIntoViewIfNeeded();
    await expect(page.locator(picture).first()).toBeVisible();
  }
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const preset of ['Chapter 3: one hidden layer', 'Chapter 3: linear model', 'Careful: two hidden layers']) {
  test(`a run of ${preset} that diverges is drawn and described`, async ({ page }) => {
    const view = new TrainPage(page);
    await view.open();
    await view.choosePreset(preset);
    await view.rate.fill('50');
    await view.rate.press('Enter');
    await expect(view.rate).toHaveValue('50');
    await view.train.click();
    await expect(view.notes).toContainText('Training diverged');
    await settled(page);
    await expect(page.locator('mf-prediction-chart .summary')).toContainText('152 predictions lie beyond the scale.');
    await expect(page.locator('mf-response-chart .summary')).toContainText('points lie beyond the scale.');
    await expect(page.locator('mf-response-chart .edge')).toHaveAttribute('d', /^M/);
    await expect(page.locator('mf-loss-chart .summary')).toContainText(/\d points? lies? beyond the scale\./);
    await page.locator('mf-loss-chart').getByRole('button', { name: 'linear' }).click();
    await expect(page.locator('mf-loss-chart .summary')).toContainText(/\d points? lies? beyond the scale\./);
    expect(await wrongGeometry(page)).toEqual([]);
  });
}

test('predictions and responses that are huge, infinite or no numbers wait at the edge', async ({ page }) => {
  await new TrainPage(page).open();
  await settled(page);
  const prediction = page.locator('mf-prediction-chart');
  const count = await prediction.evaluate(
    (chart: PredictionChart, values: number[]) => {
      const rows = chart.actual.length;
      chart.predicted = Float64Array.from({ length: rows }, (_, i) => values[i % values.length] ?? 0);
      return rows;
    },
    [...FAR_OFF],
  );
  await expect(prediction.locator('.summary')).toContainText(`${count} predictions lie beyond the scale.`);
  const response = page.locator('mf-response-chart');
  await response.evaluate(
    (chart: PartialDependenceChart, values: number[]) => {
      if (!chart.dependence) throw new Error('no response');
      const predictions = chart.dependence.predictions.map((_, i) =>
        i % 2 === 0 ? 20 : (values[i % values.length] ?? 0),
      );
      chart.dependence = { ...chart.dependence, predictions };
    },
    [...FAR_OFF],
  );
  await expect(response.locator('.summary')).toContainText('20 points lie beyond the scale.');
  await settled(page);
  await expect(response.locator('.line')).toHaveAttribute('d', /^M/);
  expect(await wrongGeometry(page)).toEqual([]);
  for (const chart of [prediction, response]) {
    const slider = chart.getByRole('slider');
    await slider.press('Home');
    for (let step = 0; step < 4; step += 1) await slider.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', /predicted \S/);
    const ring = await chart.locator('.ring').first().boundingBox();
    const plot = await slider.boundingBox();
    if (!ring || !plot) throw new Error('nothing is marked');
    expect(ring.y + 6).toBeGreaterThanOrEqual(plot.y);
    expect(ring.y + 6).toBeLessThanOrEqual(plot.y + plot.height);
  }
});

const CURVES: { what: string; losses: number[]; beyond: Record<'log' | 'linear', number> }[] = [
  { what: 'from 1e-3 to 1e300', losses: [1e-3, 1, 30, 1e10, 1e100, 1e300], beyond: { log: 0, linear: 3 } },
  { what: 'that reach 0', losses: [100, 1, 0, 0], beyond: { log: 2, linear: 0 } },
  { what: 'all 0', losses: [0, 0, 0], beyond: { log: 3, linear: 0 } },
  { what: 'infinite and no numbers', losses: [5, ...NO_NUMBERS], beyond: { log: 3, linear: 3 } },
  { what: 'of one point', losses: [12], beyond: { log: 0, linear: 0 } },
  { what: 'of one infinite point', losses: [Number.POSITIVE_INFINITY], beyond: { log: 1, linear: 1 } },
  { what: 'of no point', losses: [], beyond: { log: 0, linear: 0 } },
];

for (const { what, losses, beyond } of CURVES) {
  test(`a curve of losses ${what} is drawn on both scales`, async ({ page }) => {
    await new TrainPage(page).open();
    await settled(page);
    const chart = page.locator('mf-loss-chart');
    await chart.evaluate((element: LossChart, values: number[]) => {
      element.curve = values.map((loss, i) => ({
        epoch: i,
        batch: i * 12,
        training: loss,
        validation: null,
        test: loss,
      }));
      element.evaluations = values.map((loss, i) => ({ epoch: i, batch: i * 12, loss }));
    }, losses);
    for (const scale of ['log', 'linear'] as const) {
      await chart.evaluate((element: LossChart, to: 'log' | 'linear') => {
        element.scale = to;
      }, scale);
      const summary = chart.locator('.summary');
      if (losses.length === 0) await expect(summary).toHaveText('Nothing trained yet.');
      else await expect(summary).toContainText(`after epoch ${losses.length - 1}:`);
      const words = new RegExp(`\\b${beyond[scale]} points? lies? beyond the scale`);
      if (beyond[scale] === 0) await expect(summary).not.toContainText('beyond');
      else await expect(summary).toContainText(words);
      const slider = chart.getByRole('slider');
      for (let point = 0; point < losses.length; point += 1) {
        await slider.press(point === 0 ? 'Home' : 'ArrowRight');
        await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^Epoch ${point}, training`));
      }
    }
  });
}

test('a network with weights that are huge, infinite or NaN is drawn and described', async ({ page }) => {
  await new TrainPage(page).open();
  await settled(page);
  const network = page.locator('mf-network-diagram');
  await network.evaluate((element: NetworkDiagram, values: number[]) => {
    const count = element.parameters?.length ?? 0;
    element.parameters = Float64Array.from({ length: count }, (_, i) => values[i % values.length] ?? 0);
  }, HUGE);
  await expect(network.locator('.legend svg').first()).toHaveAccessibleName(/to 10³⁰⁸ and above/);
  await expect(network).not.toContainText('not finite');
  await network.evaluate((element: NetworkDiagram, values: number[]) => {
    const count = element.parameters?.length ?? 0;
    element.parameters = Float64Array.from({ length: count }, (_, i) => values[i] ?? 0.5);
  }, FAR_OFF);
  await expect(network).toContainText('3 of them are not finite.');
  const unit = network.locator('.unit[data-column="1"]').first();
  await unit.focus();
  await expect(unit).toHaveAttribute('aria-label', /strongest inputs: \S/);
  expect(await wrongGeometry(page)).toEqual([]);
});

test('columns with values that no scale can show are drawn without them, with a note', async ({ page }) => {
  await new TrainPage(page).open('#data');
  const histogram = page.locator('mf-histogram');
  const relation = page.locator('mf-relation-chart');
  await expect(histogram.locator('svg')).toBeVisible();
  for (const { values, left, drawn } of [
    { values: [1, 2, 3, 1e154, -1e154], left: 0, drawn: true },
    { values: [1, 2, 3, ...FAR_OFF], left: 5, drawn: true },
    { values: [...NO_NUMBERS], left: 0, drawn: false },
    { values: [7, 7, 7], left: 0, drawn: true },
    { values: [], left: 0, drawn: false },
  ]) {
    await histogram.evaluate((chart: Histogram, list: number[]) => {
      chart.values = Float64Array.from(list);
    }, values);
    await relation.evaluate((chart: RelationChart, list: number[]) => {
      chart.x = Float64Array.from(list);
      chart.y = Float64Array.from(list, (value) => value / 2);
    }, values);
    for (const chart of [histogram, relation]) {
      if (drawn) await expect(chart.locator('.drawing svg')).toBeVisible();
      else await expect(chart.locator('.summary')).toHaveText('No values.');
      if (left > 0)
        await expect(chart.locator('.summary')).toContainText(`${left} rows without a finite value are left out.`);
    }
  }
  expect(await wrongGeometry(page)).toEqual([]);
});
