/** Compares every number of real passes with the value of the arithmetic shown beside it. */
import { describe, expect, it } from 'vitest';
import { arithmetic } from '../../web/diagrams/pass/arithmetic';
import { followed, passArrays } from '../../web/diagrams/pass/arrays';
import { madeAt, usedAt } from '../../web/diagrams/pass/follow';
import type { PassContext } from '../../web/diagrams/pass/names';
import { stepSentence } from '../../web/diagrams/pass/sentences';
import type {} from '../../web/engine/types';
import { ACTIVATION_NAMES } from '../../web/explanations/parts';

import type { RecipeInput } from '../../web/recipe/schema';
import { passSteps } from '../../web/state/inside/steps';
import { GRADIENT_SCALES } from '../engine/small-run';
import { withPass } from './traced-pass';

const EVERY_TERM = 1000;

/** The expression as JavaScript; `signless` turns every minus into a plus, which bounds the effect of rounding. */
function evaluated(expression: string, signless = false): number {
  const script = expression
    .replace(
      /×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g,
      (_, power: string) =>
        `e${[...power].map((c) => ('⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(c) ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c) : '-')).join('')}`,
    )
    .replaceAll('·', '*')
    .replaceAll('−', signless ? '+' : '-')
    .replaceAll('²', '**2')
    .replaceAll('e^', 'E**')
    .replaceAll('ln(', 'log(')
    .replace(/(tanh|max|log)\(/g, 'Math.$1(');
  expect(script).toMatch(/^[\dE+\-*/().e ,]|Math/);
  return new Function('E', `return ${script};`)(Math.E) as number;
}

function expectEveryNumber(context: PassContext): number {
  let checked = 0;
  for (const step of passSteps(context.operations.length, true)) {
    const updates = step.phase === 'update' ? [0, 1, 2, 3] : [0];
    for (const updated of updates) {
      for (const { key, isResult, matrix } of passArrays(context, step, updated)) {
        matrix.values.forEach((value, i) => {
          const element = { key, row: Math.floor(i / matrix.columns), column: i % matrix.columns };
          const found = arithmetic(context, step, element, EVERY_TERM, updated);
          if (!isResult || step.phase === 'enter') {
            expect(found).toBeNull();
            return;
          }
          expect(found?.result).toBe(value);
          const { expression } = found as { expression: string };
          const rounding = 2e-3 * Math.max(Math.abs(evaluated(expression, true)), Math.abs(value));
          expect(
            Math.abs(evaluated(expression) - value),
            `${JSON.stringify(step)} ${expression} = ${value}`,
          ).toBeLessThanOrEqual(rounding);
          checked += 1;
        });
      }
    }
  }
  return checked;
}

describe('the arithmetic of a pass', () => {
  for (const activation of ACTIVATION_NAMES) {
    it(`computes every number of a network with ${activation}`, () => {
      const layers = [
        { units: 4, activation },
        { units: 1, activation: 'linear' as const },
      ];
      // Forward, backward and gradients of 8 rows, 3 features and 4 units, and 21 updated parameters.
      expect(withPass({ layers }, expectEveryNumber)).toBeGreaterThan(250);
    });
  }

  for (const form of ['course', 'inverted'] as const) {
    it(`computes every number with dropout in the form ${form}`, () => {
      const layers: RecipeInput['layers'] = [
        { units: 4, activation: 'tanh' },
        { type: 'dropout', keep: 0.6, form },
        { units: 1, activation: 'linear' },
      ];
      withPass({ layers }, expectEveryNumber);
    });
  }

  it('computes every number if the optimiser has momentum', () => {
    withPass({ optimiser: { method: 'momentum', momentum: 0.7 } }, expectEveryNumber);
  });

  for (const gradient of GRADIENT_SCALES) {
    it(`computes every number if the loss gradient is ${gradient}`, () => {
      withPass({ loss: { gradient } }, expectEveryNumber);
    });
  }

  it('sums the bias gradient of chapter 2’s bug over the units too, and says so', () => {
    withPass({ quirks: { summedBiasGradient: true } }, (context) => {
      expectEveryNumber(context);
      const step = { phase: 'backward', operation: 1 } as const;
      const found = arithmetic(context, step, { key: 'gradient', row: 0, column: 2 }, EVERY_TERM, 0);
      expect(found?.expression.split(' + ')).toHaveLength(8 * 4);
      expect(found?.uses).toEqual([{ key: 'outputGradient', row: null, column: null }]);
      expect(stepSentence(context, step, 0)).toContain('over the units too');
    });
  });

  it('names the rows and columns that a number is computed from', () => {
    withPass({}, (context) => {
      const forward = arithmetic(
        context,
        { phase: 'forward', operation: 0 },
        { key: 'output', row: 5, column: 2 },
        1,
        0,
      );
      expect(forward?.uses).toEqual([
        { key: 'input', row: 5, column: null },
        { key: 'parameter', row: null, column: 2 },
      ]);
      expect(forward?.expression).toMatch(/ \+ … \(2 more\)$/);
    });
  });

  it('makes the very parameters that training makes', () => {
    withPass({}, (context, run) => {
      const updated = [0, 1, 2, 3].flatMap((place) => {
        const arrays = passArrays(context, { phase: 'update' }, place);
        return [...(arrays.find(({ key }) => key === 'updated')?.matrix.values ?? [])];
      });
      run.trainBatches(1);
      expect(updated).toEqual([...run.parameters()]);
    });
  });
});

describe('the words of a pass', () => {
  it('say each step in one sentence with numbers in it', () => {
    withPass({}, (context) => {
      const sentences = passSteps(context.operations.length, true).map((step) => stepSentence(context, step, 0));
      for (const sentence of sentences) {
        expect(sentence).toMatch(/^[^ ].*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|\.\.$| {2}/);
      }
      const [x = 0] = context.pass.trace.operations[0]?.input.values ?? [];
      expect(sentences[0]).toBe(
        `Batch 4 of epoch 1: 8 rows enter as X with 3 scaled features; size of row ${context.pass.rows[0]} is ${x.toPrecision(4).replace('-', '−')}.`,
      );
      const rate = 0.02;
      for (const [updated, words, place] of [
        [0, 'the first weight of W1 becomes', 0],
        [3, 'the first bias of B2 becomes', 4],
      ] as const) {
        const learned = context.pass.trace.operations[place]?.parameters[0];
        const [before, gradient] = [learned?.value.values[0], learned?.gradient.values[0]] as [number, number];
        const after = before - rate * gradient;
        const sentence = stepSentence(context, { phase: 'update' }, updated);
        expect(sentence).toContain(words);
        expect(sentence).toContain(`= ${after.toPrecision(4).replace('-', '−')}.`);
      }
      expect(sentences[1]).toMatch(
        /^ν multiplies X \(8, 3\) by W1 \(3, 4\) to get M1, for row \d+, unit 1: .* = −?[\d.]+\.$/,
      );
    });
  });
});

describe('a number that is followed', () => {
  it('leads to the box that made it and to the one it feeds', () => {
    withPass({}, (context) => {
      const steps = passSteps(context.operations.length, true);
      const arrays = passArrays(context, { phase: 'forward', operation: 1 }, 0);
      const input = followed(arrays, { key: 'input', row: 1, column: 1 }).array;
      expect(input.name).toBe('M1');
      expect(madeAt(context, steps, 2, input)).toEqual({ at: 1, key: 'output', updated: 0 });
      const output = followed(arrays, null).array;
      expect(output.name).toBe('N1');
      expect(usedAt(context, steps, 2, output)).toEqual({ at: 3, key: 'input', updated: 0 });
      expect(madeAt(context, steps, 2, output)).toBeNull();
    });
  });

  it('leads from the gradient of the second bias to its update', () => {
    withPass({}, (context) => {
      const steps = passSteps(context.operations.length, true);
      const at = steps.findIndex((step) => step.phase === 'backward' && step.operation === 4);
      const arrays = passArrays(context, { phase: 'backward', operation: 4 }, 0);
      const { array } = followed(arrays, { key: 'gradient', row: 0, column: 0 });
      expect(array.name).toBe('∂L/∂B2');
      expect(usedAt(context, steps, at, array)).toEqual({ at: steps.length - 1, key: 'gradient', updated: 3 });
    });
  });

  it('stays within the arrays there are', () => {
    withPass({}, (context) => {
      const arrays = passArrays(context, { phase: 'loss' }, 0);
      expect(followed(arrays, { key: 'result', row: 6, column: 3 }).element).toEqual({
        key: 'output',
        row: 0,
        column: 0,
      });
    });
  });
});
