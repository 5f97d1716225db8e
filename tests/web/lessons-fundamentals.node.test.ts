import { CHAPTERS, PAGES } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { priceModel } from '../../web/figures/fundamentals/price-models';
import type { QuestionBlock } from '../../web/lessons/lesson';
import { readEngine } from '../engine/node-worker';
import ledger from '../golden/ledger.json';
import { column, FEATURES, PRICES, scaledRows, scaleOf } from './housing';
import { leastSquares, predicted, rmse } from './least-squares';

const engine = await readEngine();

function printed(id: string): number {
  const row = ledger.find((entry) => entry.id === id);
  if (row === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return Number(row.printed);
}

/** The split alone is the engine's here. */
const SPLIT = (() => {
  const recipe = priceModel('linear');
  const run = engine.createRun(recipe, datasetNamed(recipe.data.source));
  const rows = { training: [...run.rows('training')], test: [...run.rows('test')] };
  run.dispose();
  return rows;
})();

/** Of the exact fit on the test rows. */
function exactRmse(features: readonly string[]): number {
  const rows = scaledRows(features);
  const of = <Value>(values: readonly Value[], places: readonly number[]) => places.map((row) => values[row] as Value);
  const fit = leastSquares(of(rows, SPLIT.training), of(PRICES, SPLIT.training));
  const prices = of(PRICES, SPLIT.test);
  return rmse(of(rows, SPLIT.test).map((row, i) => predicted(fit, row) - (prices[i] as number)));
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** By small steps both ways, the largest over many inputs. */
function steepest(f: (x: number) => number): number {
  const inputs = Array.from({ length: 2001 }, (_, i) => (i - 1000) / 100);
  return Math.max(...inputs.map((x) => (f(x + 1e-5) - f(x - 1e-5)) / 2e-5));
}

function standardisedRooms(): number {
  const { centre, spread } = scaleOf(column('RM'));
  return (7.69 - centre) / spread;
}

/** An answer in numbers, or the words of the right choice. */
type Answer = number | string;

/** Each question of each page, answered without the lessons or the figures. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'fundamentals/ladder': 6 * 1 + 22,
  'fundamentals/the-data': exactRmse(FEATURES.filter((name) => name !== 'B')) - exactRmse(FEATURES),
  'fundamentals/standardising': standardisedRooms(),
  'fundamentals/regression-graph': FEATURES.length + 1,
  'fundamentals/regression-backward': -2 * (24 - 21),
  'fundamentals/regression-training': 2 - 0.001 * -150,
  'fundamentals/how-far-off': rmse([10 - 12, 20 - 20, 30 - 26]),
  'fundamentals/exact-fit': printed('ch2.linear.rmse') - printed('ch2.exact.rmse'),
  'fundamentals/most-important-feature': (3.5 - -1.5) * -4.26,
  'fundamentals/why-a-nonlinearity': 3 * (2 * 1 + 1) - 2 - (3 * (2 * 0 + 1) - 2),
  'fundamentals/sigmoid': steepest((x) => sigmoid(4 * x + 1)),
  'fundamentals/three-drawings': 13 * 13 + 13 + 13 * 1 + 1,
  'fundamentals/twenty-three-steps': (sigmoid(Math.log(9) + 1e-6) - sigmoid(Math.log(9) - 1e-6)) / 2e-6,
  'fundamentals/network-training': 'The network learns what is peculiar to the training rows.',
  'fundamentals/network-judged': printed('ch2.linear.rmse') - printed('ch2.network.rmse'),
  'fundamentals/network-curve': 'Little about homes: few rows lie there, so little has held the curve down.',
  'fundamentals/learned-features': 'Its column 8',
  'fundamentals/gradient-slip': 4 - 1 + 2.5,
};

const pages = CHAPTERS.find(({ id }) => id === 'fundamentals')?.pages.map(({ id }) => id) ?? [];

async function questionsOf(page: string): Promise<readonly QuestionBlock[]> {
  const load = PAGES[page];
  if (load === undefined) throw new RangeError(`There is no page ${page}.`);
  return (await load()).default.blocks.filter((block) => block.kind === 'question');
}

const words = (html: string): string => html.replace(/<[^>]*>/g, '').trim();

describe('the questions of chapter 2', () => {
  it('are all answered here', () => {
    expect(Object.keys(ANSWERS)).toEqual(pages);
  });

  it.each(pages)('of %s have the answers that a computation of its own gives', async (page) => {
    const questions = await questionsOf(page);
    const expected = ANSWERS[page] as Answer;
    expect(questions).toHaveLength(1);
    const answer = questions[0]?.answer as QuestionBlock['answer'];
    if (answer.kind === 'number') {
      expect(Math.abs(answer.value - Number(expected))).toBeLessThanOrEqual(Math.max(answer.within / 2, 1e-9));
    } else {
      const right = answer.options.filter((option) => option.right).map(({ html }) => words(html));
      expect(right).toEqual([expected]);
    }
  });
});

describe('what the pages of chapter 2 state', () => {
  const trained = (model: string) => {
    const recipe = priceModel(model);
    const run = engine.createRun(recipe, datasetNamed(recipe.data.source));
    const to = (batches: number) => {
      while (run.progress().batch < batches) run.trainBatches(batches - run.progress().batch);
      return { training: run.metrics('training'), test: run.metrics('test') };
    };
    return { run, to };
  };

  it('is true of the learned weights beside the exact ones', () => {
    const { run, to } = trained('linear');
    const { test } = to(1000);
    const { leastSquares: exact } = run.baselines;
    expect(test.mae).toBeLessThan(exact.test.mae);
    const weights = [...run.parameters()].slice(0, FEATURES.length);
    const largest = weights.indexOf(Math.min(...weights.map((weight) => -Math.abs(weight))));
    expect(FEATURES[largest]).toBe('LSTAT');
    expect(weights[largest]).toBeCloseTo(-4.26, 2);
    // Some cheap homes below nothing, the dearest too cheap.
    const prices = [...run.targets('test')];
    const predictions = [...run.predictions('test')];
    expect(Math.min(...predictions)).toBeLessThan(0);
    const dearest = predictions.filter((_, i) => prices[i] === 50);
    expect(dearest.reduce((sum, price) => sum + price, 0) / dearest.length).toBeLessThan(45);
    run.dispose();
  });

  it('is true of the network’s overfitting', () => {
    const { run, to } = trained('network');
    const halfway = to(5000);
    const end = to(10000);
    expect(end.training.rmse).toBeLessThan(0.9 * halfway.training.rmse);
    expect(end.test.rmse).toBeGreaterThan(halfway.test.rmse);
    expect(1 - end.test.rmse / printed('ch2.linear.rmse')).toBeCloseTo(0.27, 2);
    run.dispose();
  });

  it('is true of the network’s curve', () => {
    const { run, to } = trained('network');
    to(10000);
    const { raw, predictions } = run.response(FEATURES.indexOf('LSTAT'));
    const lowest = predictions.indexOf(Math.min(...predictions));
    expect(Math.abs((raw[lowest] as number) - 16)).toBeLessThan(2);
    expect(predictions.at(-1)).toBeGreaterThan((predictions[lowest] as number) + 3);
    run.dispose();
  });

  it('is true of the right gradient', () => {
    const [slip, right] = ['network', 'network-corrected'].map((model) => {
      const { run, to } = trained(model);
      const metrics = to(10000);
      run.dispose();
      return metrics;
    });
    expect(right?.training.rmse).toBeLessThan(slip?.training.rmse as number);
    expect(right?.test.rmse).toBeGreaterThan(slip?.test.rmse as number);
  });
});
