import { describe, expect, it } from 'vitest';
import { elementCount, elementName, namedMatrix } from '../../web/state/check/element-names';
import { learnedUnits } from '../../web/state/check/learned-features';
import { parseRows } from '../../web/state/data/rows';
import { networkOf, recipeOf } from './network-fixture';

const FEATURES = ['CRIM', 'RM', 'LSTAT'];

/** With hidden layers of these widths. */
function network(...hidden: readonly number[]) {
  const layers = [...hidden, 1].map((units) => ({ units, activation: 'tanh' as const }));
  const recipe = recipeOf({ data: { features: FEATURES }, layers });
  return { recipe, ...networkOf(recipe) };
}

describe('names of elements', () => {
  const rows = Int32Array.of(5, 17);
  const name = (nudged: number | 'features', element: number) =>
    elementName(namedMatrix(network(4, 2), nudged, rows), element);

  it('say feature and unit, unit and unit, and the target last', () => {
    expect(name(0, 7)).toBe('W1[RM, unit 4]');
    expect(name(1, 3)).toBe('B1[unit 4]');
    expect(name(2, 5)).toBe('W2[unit 3, unit 2]');
    expect(name(4, 1)).toBe('W3[unit 2, MEDV]');
    expect(name(5, 0)).toBe('B3[MEDV]');
  });

  it('say the row of the data set for a feature', () => {
    expect(name('features', 4)).toBe('X[row 17, RM]');
    expect(elementCount(namedMatrix(network(4, 2), 'features', rows))).toBe(6);
  });

  it('refuse a parameter that does not exist', () => {
    expect(() => namedMatrix(network(4), 4, rows)).toThrow(RangeError);
  });
});

describe('learned features', () => {
  /** W1[i, j] = ±(10 i + j): signs and sizes distinguish rows from columns. */
  const W1 = [0, 1, 2, 10, -11, 12, -20, 21, 22];

  it('read the column of W1, the strongest first, units by their weight on the output', () => {
    const parameters = Float64Array.from([...W1, 0.1, 0.2, 0.3, 1, -3, 2, 9]);
    const units = learnedUnits(network(3), parameters);
    expect(units.map(({ unit, bias, output }) => [unit, bias, output])).toEqual([
      [1, 0.2, -3],
      [2, 0.3, 2],
      [0, 0.1, 1],
    ]);
    expect(units[0]?.column).toEqual([
      { feature: 'LSTAT', weight: 21 },
      { feature: 'RM', weight: -11 },
      { feature: 'CRIM', weight: 1 },
    ]);
    expect(units[0]?.row).toEqual([
      { feature: 'LSTAT', weight: 12 },
      { feature: 'RM', weight: -11 },
      { feature: 'CRIM', weight: 10 },
    ]);
  });

  it('have no row to read where W1 is not square, and keep the order of a deeper network', () => {
    const { recipe, parameters } = network(2, 2);
    const count = parameters.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    const units = learnedUnits(
      { recipe, parameters },
      Float64Array.from({ length: count }, (_, i) => i),
    );
    expect(units.map(({ unit, output, row }) => [unit, output, row])).toEqual([
      [0, null, null],
      [1, null, null],
    ]);
    expect(units[1]?.column.map(({ weight }) => weight)).toEqual([5, 3, 1]);
  });

  it('are none without a hidden layer', () => {
    expect(learnedUnits(network(), new Float64Array(4))).toEqual([]);
  });
});

describe('rows as written', () => {
  const rows = (text: string) => {
    const choice = parseRows(text, 506);
    return choice.ok ? [...choice.rows] : choice.sentence;
  };

  it('are numbers and ranges, each row once', () => {
    expect(rows('5')).toEqual([5]);
    expect(rows(' 40–42, 5; 41 - 43,0')).toEqual([40, 41, 42, 5, 43, 0]);
    expect(rows('505')).toEqual([505]);
  });

  it('are refused with the reason', () => {
    expect(rows('506')).toContain('There is no row 506');
    expect(rows('7-5')).toContain('in the wrong order');
    expect(rows('5,,6')).toContain('“” is not a row number');
    expect(rows('-3')).toContain('“-3” is not a row number');
    expect(rows('1e99-2')).toContain('is not a row number');
    expect(rows('0-99999999999')).toContain('There is no row');
  });
});
