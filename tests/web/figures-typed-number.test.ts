import { describe, expect, it } from 'vitest';
import { keyedNumber, readNumber, toStep, writeNumber } from '../../web/figures/typed-number';

describe('a typed number', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['−2', -2],
    ['-2', -2],
    [' 0.001 ', 0.001],
    ['1e-3', 0.001],
  ])('%s is read', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', ' ', 'x', '1.2.3', '--1'])('“%s” is none', (text) => {
    expect(readNumber(text)).toBeNaN();
  });

  it('is written without the digits of binary fractions, and reads back', () => {
    expect(writeNumber(0.1 + 0.2)).toBe('0.3');
    expect(writeNumber(-1.25)).toBe('−1.25');
    expect(readNumber(writeNumber(-1.25))).toBe(-1.25);
  });
});

describe('a step', () => {
  const bounds = { min: -3, max: 3, step: 0.01 };

  it('is the nearest one, within the bounds', () => {
    expect(toStep(1.2345, bounds)).toBe(1.23);
    expect(toStep(1.236, bounds)).toBe(1.24);
    expect(toStep(99, bounds)).toBe(3);
    expect(toStep(-99, bounds)).toBe(-3);
  });

  it('is counted from the lower bound', () => {
    const odd = { min: -5.5775, max: 2.4225, step: 0.01 };
    expect(toStep(-1.57, odd)).toBe(-1.5675);
    // Step by step there and back.
    const there = keyedNumber('ArrowRight', -1.5775, odd);
    expect(there).toBe(-1.5675);
    expect(keyedNumber('ArrowLeft', there as number, odd)).toBe(-1.5775);
  });

  it('by keys is one, ten, or to the end', () => {
    const press = (key: string) => keyedNumber(key, 0, bounds);
    expect(['ArrowRight', 'ArrowUp', 'PageUp', 'End'].map(press)).toEqual([0.01, 0.01, 0.1, 3]);
    expect(['ArrowLeft', 'ArrowDown', 'PageDown', 'Home'].map(press)).toEqual([-0.01, -0.01, -0.1, -3]);
    expect(press('Tab')).toBeNull();
    expect(keyedNumber('ArrowRight', 3, bounds)).toBe(3);
  });
});
