import { expect, test } from 'vitest';
import { axisTitle, formatCount, formatNumber, formatQuantity, formatTick } from '../../web/charts/numbers/format';
import { unitPower } from '../../web/state/page/format';

test.each([
  [0, '0'],
  [12, '12.0'],
  [-0.12345, '−0.123'],
  [1234.4, '1234'],
  [0.00012, '0.000120'],
  [0.000012, '1.20×10⁻⁵'],
  [-1234567, '−1.23×10⁶'],
  [Number.NaN, 'not a number'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('a reading of %d is %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [0.30000000000000004, '0.3'],
  [-20, '−20'],
  [100000, '10⁵'],
  [-1e154, '−10¹⁵⁴'],
  [3e-200, '3×10⁻²⁰⁰'],
  [150000, '1.5×10⁵'],
  [-0.00002, '−2×10⁻⁵'],
])('a tick at %d is %s', (value, text) => {
  expect(formatTick(value)).toBe(text);
});

test('a count is grouped by thousands', () => {
  expect([0, 1, 152, 18433].map((count) => formatCount(count, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '152 rows',
    '18,433 rows',
  ]);
});

test('units are placed where they are easy to read', () => {
  expect(formatQuantity(4.98, '%')).toBe('4.98 %');
  expect(formatQuantity(24, '$1000s')).toBe('24.0 ($1000s)');
  expect(formatQuantity(1, '')).toBe('1.00');
  expect(axisTitle('LSTAT', '%')).toBe('LSTAT (%)');
  expect(axisTitle('CHAS', '')).toBe('CHAS');
  expect([0, 1, 2].map((power) => unitPower('$1000s', power))).toEqual(['', '$1000s', '($1000s)²']);
});
