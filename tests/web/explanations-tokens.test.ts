/** A line of code in tokens, for the listings of explanations. */
import { describe, expect, it } from 'vitest';
import { tokens } from '../../web/explanations/compiler/tokens.js';
import { CORE } from './explanations-fixtures';

describe('a line of code', () => {
  const phrases = [
    { text: 'input', term: 'short' },
    { text: 'self.input', term: 'long' },
  ];

  it('is cut at keywords, numbers, strings and comments', () => {
    expect(tokens('return 2.0e-3 + f("# x")  # two', 'numpy', [])).toEqual([
      { text: 'return', kind: 'keyword' },
      { text: ' ' },
      { text: '2.0e-3', kind: 'number' },
      { text: ' + f(' },
      { text: '"# x"', kind: 'string' },
      { text: ')  ' },
      { text: '# two', kind: 'comment' },
    ]);
  });

  it('knows the keywords of each language', () => {
    expect(tokens("auto c = 'B';  // x", 'cpp', []).map(({ kind }) => kind)).toEqual([
      'keyword',
      undefined,
      'string',
      undefined,
      'comment',
    ]);
    expect(tokens('auto', 'numpy', [])).toEqual([{ text: 'auto' }]);
  });

  it('takes the longest phrase, whole words, and no comments or strings', () => {
    const marked = tokens('self.input(inputs, "input", input)  # input', 'pytorch', phrases);
    expect(marked.filter(({ term }) => term !== undefined)).toEqual([
      { text: 'self.input', term: 'long' },
      { text: 'input', term: 'short' },
    ]);
  });

  it('loses nothing', () => {
    for (const text of CORE.split('\n')) {
      expect(
        tokens(text, 'cpp', phrases)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
    }
    expect(tokens('', 'cpp', phrases)).toEqual([]);
  });
});
