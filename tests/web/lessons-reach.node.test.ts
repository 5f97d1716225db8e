import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../web/figures/descriptions.js';
import type { FigureValue } from '../../web/figures/fields.js';
import { QUANTITIES } from '../../web/figures/quantities';
import type { Outcome } from '../../web/lessons/compile/reach';
import { readLessons } from '../../web/lessons/compile/read-lessons';
import type { LessonPage } from '../../web/lessons/lesson';
import { readEngine } from '../engine/node-worker';

const engine = await readEngine();
const pages = [...readLessons('web/lessons').pages.values()];

type Values = Record<string, FigureValue>;
type State = Map<string, { readonly name: string; values: Values }>;

function startOf({ blocks }: LessonPage): State {
  const figures = blocks.filter((block) => block.kind === 'figure');
  return new Map(figures.map(({ id, name, values }) => [id, { name, values: { ...values } }]));
}

function quantityAt(state: State, { figure, quantity }: Outcome, changed: Values = {}): number {
  const { name, values } = state.get(figure) as { name: string; values: Values };
  return QUANTITIES[name]?.[quantity]?.({ ...values, ...changed }, engine.functions, engine) as number;
}

/** The values that a reader can set a field to; at most two thousand for very fine steps. */
function placesOf(figure: string, by: string): readonly number[] {
  const field = FIGURES[figure]?.fields[by];
  if (field?.kind !== 'number') throw new RangeError(`${figure} has no number ${by}.`);
  const { min, max, step } = field;
  const count = Math.min(2000, Math.round((max - min) / step));
  return Array.from({ length: count + 1 }, (_, i) => min + ((max - min) * i) / count);
}

/** The value of `by` for which the outcome is met; undefined if the control cannot reach it. */
function met(state: State, outcome: Outcome): Values | undefined {
  const { figure, operator, value, by } = outcome;
  const isMet = (reached: number) =>
    operator === '<' ? reached < value : operator === '>' ? reached > value : Math.abs(reached - value) <= 1e-9;
  if (by === null) return isMet(quantityAt(state, outcome)) ? {} : undefined;
  const places = placesOf(state.get(figure)?.name as string, by);
  let before = Number.NaN;
  for (const place of places) {
    const reached = quantityAt(state, outcome, { [by]: place });
    if (isMet(reached)) return { [by]: place };
    // An outcome between two values of the control is reached as nearly as the control allows.
    if (operator === '=' && (before - value) * (reached - value) < 0) return { [by]: place };
    before = reached;
  }
  return undefined;
}

describe('the states that tasks and questions ask for', () => {
  it.each(pages.map((page) => [page.page.id, page] as const))(
    'can be reached in the figures of %s',
    (_, { page, reaches }) => {
      for (const { line, steps } of reaches) {
        const state = startOf(page);
        for (const condition of steps.flat()) {
          const figure = state.get(condition.figure) as { values: Values };
          if (condition.kind === 'setting') figure.values[condition.field] = condition.value;
          else {
            const values = met(state, condition);
            expect(
              values,
              `line ${line}: ${condition.quantity} ${condition.operator} ${condition.value}`,
            ).toBeDefined();
            Object.assign(figure.values, values);
          }
        }
      }
    },
  );

  it('is given wherever a question sends its reader to a figure', () => {
    const asks = /\b(figure|train to the end|press|drag)\b/i;
    const silent = pages.flatMap(({ page, reaches }) => {
      const sent = page.blocks.filter(
        ({ kind, ...block }) => kind === 'question' && 'html' in block && asks.test(block.html),
      );
      const tasks = page.blocks.filter(({ kind }) => kind === 'do').length;
      return sent.length > reaches.length - tasks ? [page.id] : [];
    });
    expect(silent).toEqual([]);
  });
});

describe('a quantity', () => {
  const outcome = (condition: Partial<Outcome>): Outcome => ({
    kind: 'outcome',
    figure: 'f1',
    quantity: 'derivative',
    operator: '=',
    value: 0,
    by: 'point',
    ...condition,
  });
  const chain = (...names: string[]): State =>
    new Map([['f1', { name: 'chain', values: { functions: names, point: 1 } }]]);

  it('can be reached on the curve', () => {
    expect(met(chain('square', 'sigmoid'), outcome({}))).toBeDefined();
    // The derivative of square(sigmoid(x)) is above 0 everywhere.
    expect(met(chain('sigmoid', 'square'), outcome({}))).toBeUndefined();
  });

  it('is one of a figure there is', () => {
    expect(Object.keys(FIGURES)).toEqual(expect.arrayContaining(Object.keys(QUANTITIES)));
  });
});
