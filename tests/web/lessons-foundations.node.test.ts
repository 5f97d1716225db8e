import { CHAPTERS, PAGES } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import type { QuestionBlock } from '../../web/lessons/lesson';
import ledger from '../golden/ledger.json';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const sigmoidSlope = (x: number) => sigmoid(x) * (1 - sigmoid(x));
const leakyRelu = (x: number) => (x > 0 ? x : 0.2 * x);
const relu = (x: number) => (x > 0 ? x : 0);
const dot = (x: readonly number[], w: readonly number[]) =>
  x.reduce((sum, value, i) => sum + value * (w[i] as number), 0);

function printed(id: string): number {
  const row = ledger.find((entry) => entry.id === id);
  if (row === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return Number(row.printed);
}

/** An answer in numbers, or the words of the right choice. */
type Answer = number | string;

/** ∂n/∂X of element (i, j) of N for a W of these columns: column j laid into row i of a 3×3 matrix. */
function partial(columns: readonly (readonly number[])[], row: number, column: number): number[][] {
  return [0, 1, 2].map((i) => (i === row ? [...(columns[column] as readonly number[])] : [0, 0, 0]));
}

function partialsWithEmptySecondRow(): number {
  const columns = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const partials = [0, 1, 2].flatMap((row) => [0, 1].map((column) => partial(columns, row, column)));
  return partials.filter((matrix) => matrix[1]?.every((value) => value === 0)).length;
}

/** The pair whose order does not matter at any of many inputs. */
function commutingPair(): string {
  const functions = { square: (x: number) => x * x, 'leaky ReLU': leakyRelu, ReLU: relu, sigmoid };
  const inputs = Array.from({ length: 81 }, (_, i) => (i - 40) / 10);
  const pairs = (
    ['square and sigmoid', 'square and leaky ReLU', 'ReLU and leaky ReLU', 'sigmoid and ReLU'] as const
  ).filter((pair) => {
    const [f, g] = pair.split(' and ').map((name) => functions[name as keyof typeof functions]);
    return inputs.every((x) => f?.(g?.(x) as number) === g?.(f?.(x) as number));
  });
  return pairs.join();
}

/** Each question of each page, answered without the lessons, the engine or the figures. */
const ANSWERS: Readonly<Record<string, readonly Answer[]>> = {
  'foundations/functions': [leakyRelu(-1.5)],
  'foundations/arrays': ['over axis 0'],
  'foundations/adding-a-row': [4 * 2],
  'foundations/derivative': [2 * 3],
  'foundations/nested-functions': [commutingPair()],
  'foundations/two-strings': [-3 * 0.4, 50 * ((relu(-1 + 1e-6) - relu(-1 - 1e-6)) / 2e-6)],
  'foundations/chain-rule': [printed('lec.chain2.backward'), sigmoid(0)],
  'foundations/three-functions': [
    printed('lec.chain3.backward'),
    'Each slope is taken at the value its box was given.',
  ],
  'foundations/several-inputs': [(5.1 * -2 - 5 * -2) / 0.1, sigmoidSlope(0 * 2) * 2],
  'foundations/dot-product': [
    dot([2, -1, 3], [4, 0, 1]),
    (dot([2.5, -1, 3], [4, 0, 1]) - dot([2, -1, 3], [4, 0, 1])) / 0.5,
  ],
  'foundations/sigmoid-of-a-product': [printed('ch1.vector.grad2'), 'It doubles.'],
  'foundations/gradient-check': [
    printed('lec.vector.forward') + 0.001 * printed('ch1.vector.grad1'),
    'Look for a mistake in the backward pass.',
  ],
  'foundations/two-matrices': [printed('ch1.matrix.grad11'), '(13, 8)'],
  'foundations/why-transposed': [partialsWithEmptySecondRow(), dot([1, 4], [1, 1])],
  'foundations/one-input': ['down', printed('ch1.matrix.loss') - 0.1 * printed('ch1.matrix.grad11')],
};

const pages = CHAPTERS[0]?.pages.map(({ id }) => id) ?? [];

async function questionsOf(page: string): Promise<readonly QuestionBlock[]> {
  const load = PAGES[page];
  if (load === undefined) throw new RangeError(`There is no page ${page}.`);
  return (await load()).default.blocks.filter((block) => block.kind === 'question');
}

const words = (html: string): string => html.replace(/<[^>]*>/g, '').trim();

describe('the questions of chapter 1', () => {
  it('are all answered here', async () => {
    expect(Object.keys(ANSWERS)).toEqual(pages);
  });

  it.each(pages)('of %s have the answers that a computation of its own gives', async (page) => {
    const questions = await questionsOf(page);
    const answers = ANSWERS[page] ?? [];
    expect(questions).toHaveLength(answers.length);
    questions.forEach(({ answer }, i) => {
      const expected = answers[i] as Answer;
      if (answer.kind === 'number') {
        // As near as is asked of the reader, and no further off than a last digit kept.
        expect(Math.abs(answer.value - Number(expected))).toBeLessThanOrEqual(Math.max(answer.within / 2, 1e-9));
      } else {
        const right = answer.options.filter((option) => option.right).map(({ html }) => words(html));
        expect(right).toEqual([expected]);
      }
    });
  });
});

describe('what the pages of chapter 1 state', () => {
  it('is true of a chain at −4', () => {
    const kept = [leakyRelu(-4), leakyRelu(-4) ** 2];
    expect(kept).toEqual([-0.8, expect.closeTo(0.64, 12)]);
    expect([0.2, 2 * -0.8, sigmoidSlope(0.64)]).toEqual([0.2, -1.6, expect.closeTo(0.2261, 4)]);
    expect(printed('lec.chain3.forward')).toBeCloseTo(0.6548, 4);
    expect(printed('lec.chain3.nudged')).toBeCloseTo(0.6476, 4);
  });

  it('is true of a chain at 2', () => {
    expect(sigmoidSlope(4)).toBeCloseTo(0.0176627, 7);
  });
});
