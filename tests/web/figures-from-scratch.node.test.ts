import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../web/engine/engine';
import type { Matrix } from '../../web/engine/types';
import { choose } from '../../web/figures/from-scratch/choices';
import { descent } from '../../web/figures/from-scratch/descent';
import { ACTIVATION_NAMES, OPERATION_NAMES } from '../../web/figures/from-scratch/descriptions.js';
import { epochBatches } from '../../web/figures/from-scratch/epoch-batches';
import { givenMatrix, resized } from '../../web/figures/from-scratch/given-matrix';
import { operationWords } from '../../web/figures/from-scratch/operations';
import { carefulRecipe, courseRecipe } from '../../web/figures/from-scratch/recipes';
import { runLayer } from '../../web/figures/from-scratch/run-layer';
import { runOperation } from '../../web/figures/from-scratch/run-operation';
import { presetNamed } from '../../web/recipe/presets';

import { readEngine } from '../engine/node-worker';

const matrix = (rows: number, columns: number, ...values: number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

describe('a matrix in a figure’s values', () => {
  it('has as many columns as its numbers fill', () => {
    expect(givenMatrix([1, 2, 3, 4, 5, 6], 2)).toEqual(matrix(2, 3, 1, 2, 3, 4, 5, 6));
    expect(givenMatrix([1, 2, 3, 4, 5, 6], 4)).toEqual(matrix(4, 1, 1, 2, 3, 4));
    expect(givenMatrix([7], 3)).toEqual(matrix(3, 1, 7, 0, 0));
  });

  it('keeps its elements in place when its shape changes', () => {
    const given = matrix(2, 2, 1, 2, 3, 4);
    expect(resized(given, 2, 3)).toEqual(matrix(2, 3, 1, 2, 1, 3, 4, 1));
    expect(resized(given, 3, 1)).toEqual(matrix(3, 1, 1, 3, 1));
  });
});

describe('the operations of the figures', () => {
  it('are all the recipe knows, and those that learn', () => {
    expect(ACTIVATION_NAMES).toContain('sigmoid');
    expect(OPERATION_NAMES).toEqual(['weight-multiply', 'bias-add', ...ACTIVATION_NAMES]);
  });
});

describe('choosing among runs', () => {
  it('takes the least error on either set of rows', () => {
    const one = { seed: 1, validation: 3, test: 5 };
    const two = { seed: 2, validation: 4, test: 3 };
    const three = { seed: 3, validation: 5, test: 4 };
    expect(choose([one, two, three])).toEqual({ byTest: two, byValidation: one, meanTest: 4 });
  });
});

describe('the careful recipe', () => {
  const none = { data: false, scaling: false, validation: false, generator: false, weights: false };

  it('is the course’s with no habit changed', () => {
    expect(carefulRecipe('two-hidden', none)).toEqual(courseRecipe('two-hidden'));
  });

  it('is the careful preset with all of them, but for its length', () => {
    const all = { data: true, scaling: true, validation: true, generator: true, weights: true };
    const preset = presetNamed('careful-two-hidden')?.recipe;
    const { name: _, training, ...recipe } = carefulRecipe('two-hidden', all);
    expect(preset).toMatchObject(recipe);
    expect(preset?.training).toMatchObject({ ...training, stopAfter: { count: 200, unit: 'epochs' } });
  });
});

describe('with the engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await readEngine();
  });

  it('a layer runs as far as its shapes fit', () => {
    const input = matrix(1, 2, 1, 2);
    const multiply = { name: 'weight-multiply', parameters: [matrix(2, 1, 3, 4)] };
    const add = { name: 'bias-add', parameters: [matrix(1, 1, -1)] };
    expect(runLayer(engine.functions, [multiply, add], input)).toEqual({
      outputs: [matrix(1, 1, 11), matrix(1, 1, 10)],
      refusal: null,
      inputGradients: [matrix(1, 2, 3, 4), matrix(1, 1, 1)],
    });
    const refused = runLayer(engine.functions, [multiply, multiply], input);
    expect(refused).toMatchObject({ outputs: [matrix(1, 1, 11)], inputGradients: [] });
    expect(refused.refusal).toContain('(rows, 2)');
  });

  it('an operation is named after its class', () => {
    const wrong = matrix(1, 5, 1, 2, 3, 4, 5);
    for (const name of OPERATION_NAMES) {
      const { kind, parameter } = operationWords(name);
      const given = parameter === null ? [] : [parameter === 'W' ? matrix(2, 1, 3, 4) : matrix(1, 2, 3, 4)];
      const { gradients } = runOperation(engine.functions, name, given, matrix(1, 2, 1, 2), wrong);
      expect(gradients).toEqual({ refusal: expect.stringMatching(`^${kind} put out`) });
    }
  });

  it('descent follows L = 1.5(w − 2)² and leaves the bias alone', () => {
    const points = descent(engine.functions, 5, 0.1, 20);
    expect(points).toHaveLength(21);
    for (const [step, { weight, loss, gradient }] of points.entries()) {
      expect(weight).toBeCloseTo(2 + 3 * 0.7 ** step, 12);
      expect(loss).toBeCloseTo(1.5 * (weight - 2) ** 2, 12);
      expect(gradient).toBeCloseTo(3 * (weight - 2), 12);
    }
  });

  it.each([1, 32, 354])('batches of %i visit every training row once an epoch, in another order each time', (size) => {
    const { rows, batches } = epochBatches(engine, size);
    expect(rows).toHaveLength(354);
    const visits = [0, 1].map((epoch) =>
      batches.filter((batch) => batch.epoch === epoch).flatMap((batch) => [...batch.rows]),
    );
    for (const visited of visits) expect(visited.toSorted((a, b) => a - b)).toEqual(rows);
    expect(visits[0]).not.toEqual(visits[1]);
    expect(batches).toHaveLength(2 * Math.ceil(354 / size));
  });
});
