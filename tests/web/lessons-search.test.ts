import { describe, expect, it } from 'vitest';
import type { SearchText } from '../../web/lessons/lesson';
import { type Found, SearchIndex } from '../../web/lessons/search-index';

const TEXTS: readonly SearchText[] = [
  { kind: 'page', id: 'a/slopes', title: 'Slopes', text: `Once ${'word '.repeat(40)}the Derivative of a café ends.` },
  { kind: 'term', id: 'derivative', title: 'derivative', text: 'How steep a curve is.' },
  { kind: 'page', id: 'a/curves', title: 'Curves', text: 'What bends is a curve. Curves bend.' },
];
const index = new SearchIndex(TEXTS);
const ids = (query: string) => index.find(query).map(({ id }) => id);
const words = ({ context }: Found) => context.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('the search', () => {
  it('finds pages and terms by the beginning of a word, titles first', () => {
    expect(ids('deriv')).toEqual(['derivative', 'a/slopes']);
    expect(ids('curve')).toEqual(['a/curves', 'derivative']);
  });

  it('cares for neither case nor accents', () => {
    expect(ids('CAFE')).toEqual(['a/slopes']);
    expect(ids('Cafés')).toEqual([]);
    expect(ids('dérivative')).toEqual(['derivative', 'a/slopes']);
  });

  it('wants all words', () => {
    expect(ids('derivative cafe')).toEqual(['a/slopes']);
    expect(ids('derivative bends')).toEqual([]);
  });

  it('finds nothing for nothing, and for words that are nowhere', () => {
    expect([ids(''), ids('  '), ids('zebra')]).toEqual([[], [], []]);
  });

  it('shows the words around the first match, and marks every match in them', () => {
    const [found] = index.find('cafe');
    expect(words(found as Found)).toMatch(/^… (word )+the Derivative of a \[café\] ends\.$/);
    const [curves] = index.find('curve');
    expect(words(curves as Found)).toBe('What bends is a [curve]. [Curves] bend.');
  });

  it('begins at the beginning where only the title matches', () => {
    const [found] = index.find('slopes');
    expect(words(found as Found)).toMatch(/^Once (word )+…$/);
  });
});
