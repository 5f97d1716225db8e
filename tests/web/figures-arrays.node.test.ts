import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineFunctions } from '../../web/engine/core-calls';
import { addRow, arrayText, elementwise, matrixOf, sumOver, transpose } from '../../web/figures/foundations/arrays';
import { FOUNDATIONS } from '../../web/figures/foundations/descriptions.js';
import { drawXAndW, MATRIX_SHAPES, moveElement, placeNamed } from '../../web/figures/foundations/drawn-matrices';
import { chainValue, sample } from '../../web/figures/foundations/functions';
import { readEngine } from '../engine/node-worker';

let functions: EngineFunctions;

beforeAll(async () => {
  functions = (await readEngine()).functions;
});

const rowsOf = ({ rows, columns, values }: ReturnType<typeof matrixOf>) =>
  Array.from({ length: rows }, (_, row) => [...values.slice(row * columns, (row + 1) * columns)]);

describe('arrays', () => {
  const matrix = matrixOf(2, 3, [1, 2, 3, 4, 5, 6]);

  it('are summed down and across', () => {
    expect(rowsOf(sumOver(functions, 0, matrix))).toEqual([[5, 7, 9]]);
    expect(rowsOf(sumOver(functions, 1, matrix))).toEqual([[6], [15]]);
    // The course's example.
    const square = matrixOf(2, 2, [1, 2, 3, 4]);
    expect([...sumOver(functions, 0, square).values]).toEqual([4, 6]);
    expect([...sumOver(functions, 1, square).values]).toEqual([3, 7]);
  });

  it('are added and multiplied element by element', () => {
    const other = matrixOf(2, 3, [10, 20, 30, 40, 50, 60]);
    expect(rowsOf(elementwise(functions, 'sum', matrix, other))).toEqual([
      [11, 22, 33],
      [44, 55, 66],
    ]);
    expect(rowsOf(elementwise(functions, 'product', matrix, other))).toEqual([
      [10, 40, 90],
      [160, 250, 360],
    ]);
  });

  it('take a row on every row', () => {
    expect(rowsOf(addRow(functions, matrix, matrixOf(1, 3, [10, 20, 30])))).toEqual([
      [11, 22, 33],
      [14, 25, 36],
    ]);
  });

  it('are transposed', () => {
    expect(rowsOf(transpose(matrix))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  it('are written row by row', () => {
    expect(arrayText(matrix, String)).toBe('[[1, 2, 3], [4, 5, 6]]');
    expect(arrayText(matrixOf(1, 2, [4, 6]), String)).toBe('[4, 6]');
  });
});

describe('drawn matrices', () => {
  it('have places named as in the course', () => {
    expect(placeNamed('x2')).toEqual({ row: 0, column: 1 });
    expect(placeNamed('x31')).toEqual({ row: 2, column: 0 });
  });

  it('have one element changed and all others unchanged', () => {
    const [X] = drawXAndW(functions, 190204, MATRIX_SHAPES);
    const moved = moveElement(functions, X, placeNamed('x22'), 0.5);
    expect([...moved.values].map((value, i) => value - (X.values[i] as number))).toEqual(
      Array.from({ length: 9 }, (_, i) => (i === 4 ? 0.5 : 0)),
    );
  });
});

describe('the functions of the figures', () => {
  it('are those of the core', () => {
    for (const { fields } of Object.values(FOUNDATIONS)) {
      for (const field of Object.values(fields)) {
        if (/function/i.test(field.label) && 'of' in field) expect(field.of).toEqual(functions.functionNames());
      }
    }
  });

  it('are sampled at every hundredth, both ends included', () => {
    const { xs, ys } = sample(-2, 2, (x) => chainValue(functions, ['square'], x));
    expect(xs).toHaveLength(401);
    expect([xs[0], xs[200], xs[400]]).toEqual([-2, 0, 2]);
    xs.forEach((x, i) => {
      expect(ys[i]).toBe(x * x);
    });
  });
});
