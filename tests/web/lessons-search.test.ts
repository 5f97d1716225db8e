import { describe, expect, it } from 'vitest';
import type { SearchText } from '../../web/lessons/lesson';
import { type Found, SearchIndex } from '../../web/lessons/search-index';

const TEXTS: readonly SearchText[] = [
  { kind: 'page', id: 'a/slopes', title: 'Slopes', text: `Once ${'word '.repeat(40)}the Derivative of a café ends.` },
  { kind: 'term', id: 'derivative', title: 'derivative', text: 'How steep a curve is.' },
  { kind: 'page', id: 'a/curves', title: 'Curves', text: 'What bends is a curve. Curves bend.' },
];
const index = new SearchIndex(TEXTS);
const ids = (query: string) => index.find(query).found.map(({ id }) => id);
const isNear = (query: string) => index.find(query).isNear;
const words = ({ context }: Found) => context.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('the search', () => {
  it('finds pages and terms by the beginning of a word, titles first', () => {
    expect(ids('deriv')).toEqual(['derivative', 'a/slopes']);
    expect(ids('curve')).toEqual(['a/curves', 'derivative']);
  });

  it('cares for neither case nor accents', () => {
    expect(ids('CAFE')).toEqual(['a/slopes']);
    expect(ids('dérivative')).toEqual(['derivative', 'a/slopes']);
  });

  it('wants all words', () => {
    expect(ids('derivative cafe')).toEqual(['a/slopes']);
    expect(isNear('derivative cafe')).toBe(false);
  });

  it('falls back to pages with some of the words if none has all, and reports it', () => {
    expect(ids('steep bends')).toEqual(expect.arrayContaining(['derivative', 'a/curves']));
    expect(isNear('steep bends')).toBe(true);
  });

  it('forgives a typing mistake, and says so', () => {
    expect(ids('derivatve')).toEqual(['derivative', 'a/slopes']);
    expect(ids('crve').toSorted()).toEqual(['a/curves', 'derivative']);
    expect([isNear('derivatve'), isNear('derivative')]).toEqual([true, false]);
  });

  it('knows British and American spelling as one', () => {
    const spelled = new SearchIndex([
      {
        kind: 'page',
        id: 'a/optimiser',
        title: 'Optimiser',
        text: 'It is initialised, and has a colour and a centre.',
      },
      { kind: 'page', id: 'a/size', title: 'Size', text: 'A prize.' },
    ]);
    const found = (query: string) => spelled.find(query);
    for (const query of ['optimizer', 'Optimiser', 'optimiz', 'initialized', 'color', 'center']) {
      expect(found(query), query).toMatchObject({ found: [{ id: 'a/optimiser' }], isNear: false });
    }
    expect(found('size')).toMatchObject({ found: [{ id: 'a/size' }], isNear: false });
  });

  it('finds nothing for nothing, and for words that are nowhere', () => {
    expect([ids(''), ids('  '), ids('zebra')]).toEqual([[], [], []]);
  });

  it('shows the words around the first match, and marks every match in them', () => {
    const [found] = index.find('cafe').found;
    expect(words(found as Found)).toMatch(/^… (word )+the Derivative of a \[café\] ends\.$/);
    const [curves] = index.find('curve').found;
    expect(words(curves as Found)).toBe('What bends is a [curve]. [Curves] bend.');
  });

  it('shows the beginning of the text if only the title matches', () => {
    const [found] = index.find('slopes').found;
    expect(words(found as Found)).toMatch(/^Once (word )+…$/);
  });
});
