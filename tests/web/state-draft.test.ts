import { describe, expect, test } from 'vitest';
import { parameterCounts, totalParameters } from '../../web/recipe/widths';
import { firstRecipe } from '../../web/state/page/initial-state';
import {
  type Draft,
  numberOrText,
  valueAt,
  withFeature,
  withLayerAdded,
  withLayerMoved,
  withLayerRemoved,
  withValue,
} from '../../web/state/recipe/draft';

const draft: Draft = firstRecipe();
const units = (of: Draft) => of.layers.map((layer) => (layer.type === 'dense' ? layer.units : null));

describe('typed numbers', () => {
  test.each([
    ['13', 13],
    [' 0.5 ', 0.5],
    ['1e-3', 0.001],
    ['-2', -2],
    ['−2.5e−3', -0.0025],
    ['.5', 0.5],
    ['0,05', 0.05],
    ['1,5', 1.5],
    ['0,050', 0.05],
  ])('%j is a number', (text, value) => {
    expect(numberOrText(text)).toBe(value);
  });

  test.each(['', 'abc', '1,000', '12,345', '1,5,0', '0x10', 'NaN', 'Infinity', '1e999', '12 units'])(
    '%j stays as it is',
    (text) => {
      expect(numberOrText(text)).toBe(text);
    },
  );
});

describe('edits', () => {
  test('change one field in a copy of the draft', () => {
    const edited = withValue(draft, 'layers[0].units', 'many');
    expect(units(edited)).toEqual(['many', 1]);
    expect(units(draft)).toEqual([13, 1]);
    expect(valueAt(edited, 'layers[0].units')).toBe('many');
    expect(edited.training).toBe(draft.training);
  });

  test('switch a column off and back on, in the order of the file', () => {
    const columns = draft.data.features;
    const without = withFeature(draft, columns, 'B', false);
    expect(without.data.features).toEqual(columns.filter((name) => name !== 'B'));
    expect(withFeature(without, columns, 'B', true).data.features).toEqual(columns);
  });

  test('add a layer like the last hidden one, before the output', () => {
    const wide = withValue(draft, 'layers[0].units', 20);
    expect(units(withLayerAdded(wide))).toEqual([20, 20, 1]);
    expect(units(withLayerAdded(withLayerRemoved(draft, 0)))).toEqual([13, 1]);
  });

  test('move a layer, and remove one', () => {
    const three = withValue(withLayerAdded(draft), 'layers[1].units', 7);
    expect(units(withLayerMoved(three, 0, 1))).toEqual([7, 13, 1]);
    expect(units(withLayerRemoved(three, 1))).toEqual([13, 1]);
  });
});

describe('parameters', () => {
  test('are counted layer by layer: (13 + 1) × 13 and (13 + 1) × 1', () => {
    expect(parameterCounts(draft)).toEqual([182, 14]);
    expect(totalParameters([182, 14])).toBe(196);
  });

  test('of a layer whose width or inputs are no number cannot be counted', () => {
    const counts = parameterCounts(withValue(withLayerAdded(draft), 'layers[0].units', 'many'));
    expect(counts).toEqual([null, null, 14]);
    expect(totalParameters(counts)).toBeNull();
  });
});
