import { describe, expect, it } from 'vitest';
import { checkChoice, checkNumber } from '../../web/lessons/check-answer';
import type { ChoiceAnswer, NumberAnswer } from '../../web/lessons/lesson';

const number = (value: number, within = 0, unit = ''): NumberAnswer => ({
  kind: 'number',
  value,
  within,
  unit,
  misconceptions: [],
});
const isRight = (answer: NumberAnswer, text: string) => checkNumber(answer, text).right;
const remark = (answer: NumberAnswer, text: string) => {
  const verdict = checkNumber(answer, text);
  return verdict.right ? 'right' : verdict.sentences.join(' ');
};

describe('a number', () => {
  it('is right within its tolerance, and at its very end', () => {
    const answer = number(0.2, 0.01);
    expect(['0.2', '0.19', '0.21', '.2', '2e-1'].every((text) => isRight(answer, text))).toBe(true);
    expect(['0.18', '0.22', '-0.2', '2'].some((text) => isRight(answer, text))).toBe(false);
  });

  it('has to be exact if no tolerance is given', () => {
    expect(isRight(number(6), '6')).toBe(true);
    expect(isRight(number(6), '6.001')).toBe(false);
    expect(isRight(number(0), '-0')).toBe(true);
  });

  it('may be written with a decimal comma, any minus sign, spaces, and its unit', () => {
    expect(isRight(number(-0.75, 0.001), '−0,75')).toBe(true);
    expect(isRight(number(-0.75, 0.001), ' – 0.75 ')).toBe(true);
    expect(isRight(number(3.5, 0.1, '$1000s'), '3.5 $1000s')).toBe(true);
    expect(isRight(number(3.5, 0.1, '%'), '3,5%')).toBe(true);
  });

  it('may have commas between its thousands', () => {
    expect(isRight(number(1150), '1,150')).toBe(true);
    expect(isRight(number(1.15), '1,150')).toBe(true);
    expect(isRight(number(1234567.5), '1,234,567.5')).toBe(true);
    expect(isRight(number(1150), '11,50')).toBe(false);
  });

  it('that reveals a misconception gets its own reply', () => {
    const answer = {
      ...number(6, 0.01),
      misconceptions: [
        { value: 9, html: 'That is the square.' },
        { value: -6, html: 'Upwards.' },
      ],
    };
    expect(['9', '9,0', '9.01', '-6'].map((text) => remark(answer, text))).toEqual([
      'That is the square.',
      'That is the square.',
      'That is the square.',
      'Upwards.',
    ]);
    expect(remark(answer, '9.1')).toBe('This is too large.');
    expect(remark(answer, '6')).toBe('right');
  });

  it('is requested if it is missing', () => {
    expect(remark(number(1), ' ')).toBe('Type your answer first.');
    for (const text of ['two', '1/2', '1.2.3', '--1', 'Infinity', '0x10', '1e']) {
      expect(remark(number(1), text)).toContain('This is not a number');
    }
  });

  it('that is wrong gets a reply about the kind of error', () => {
    expect(remark(number(-6, 0.1), '6')).toBe('The size is right. Look at the sign.');
    expect(remark(number(0.25, 0.001), '2.5')).toBe('The digits are right. Look at the decimal point.');
    expect(remark(number(0.25, 0.001), '0.025')).toBe('The digits are right. Look at the decimal point.');
    expect(remark(number(0.25, 0.001), '0.26')).toBe('Very close, but a little too large. Give more digits.');
    expect(remark(number(0.25, 0.001), '0.245')).toBe('Very close, but a little too small. Give more digits.');
    expect(remark(number(6), '12')).toBe('This is too large.');
    expect(remark(number(6), '1')).toBe('This is too small.');
  });
});

describe('a choice', () => {
  const option = (right: boolean, feedback = '') => ({ html: 'x', right, feedback });
  const choice = (...options: ChoiceAnswer['options']): ChoiceAnswer => ({ kind: 'choice', options });
  const sentences = (answer: ChoiceAnswer, ...chosen: number[]) => {
    const verdict = checkChoice(answer, new Set(chosen));
    return verdict.right ? ['right'] : verdict.sentences;
  };

  it('is right with all that is right and nothing else', () => {
    const several = choice(option(true), option(false), option(true));
    expect(sentences(several, 0, 2)).toEqual(['right']);
    expect(sentences(several, 0)).toEqual(['Your choices are right, but others are right, too.']);
    expect(sentences(several, 0, 1, 2)).toEqual(['This is not right. Try again.']);
    expect(sentences(several)).toEqual(['Choose an answer first.']);
  });

  it('gives the author’s reply to each wrong choice', () => {
    const answer = choice(option(true), option(false, 'You added.'), option(false, 'You guessed.'), option(false));
    expect(sentences(answer, 1)).toEqual(['You added.']);
    expect(sentences(answer, 1, 2)).toEqual(['You added.', 'You guessed.']);
    expect(sentences(answer, 3)).toEqual(['This is not right. Try again.']);
  });
});
