import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../web/figures/descriptions.js';
import type { FigureField, FigureValue } from '../../web/figures/fields.js';
import { readValue, writeValue } from '../../web/lessons/figure-values';
import type { LessonPage } from '../../web/lessons/lesson';
import { queryOf, valuesOf } from '../../web/lessons/page-values';
import { hashOf, type Place, placeOf } from '../../web/lessons/place';
import { hashOfView, isInLessons, linkOfHash, viewOfHash } from '../../web/state/page/address';

describe('a place in the lessons', () => {
  const places: readonly Place[] = [
    { kind: 'contents' },
    { kind: 'page', id: 'foundations/derivative', query: new Map() },
    {
      kind: 'page',
      id: 'foundations/chain-rule',
      query: new Map([
        ['f1.point', '-1.5'],
        ['f1.functions', 'relu,sigmoid'],
        ['f2.matrix', '1 2 3'],
      ]),
    },
    { kind: 'glossary', term: null },
    { kind: 'glossary', term: 'learning-rate' },
    { kind: 'search', query: '' },
    { kind: 'search', query: 'σ(x) & "50 %" + more' },
    { kind: 'ledger', part: null },
    { kind: 'ledger', part: 'chapter-2' },
    { kind: 'projector', id: 'foundations/derivative', slide: 3, query: new Map([['f1.point', '2']]) },
    { kind: 'book' },
    { kind: 'names' },
    { kind: 'teaching' },
    { kind: 'exercises' },
    { kind: 'worksheet', chapter: 'foundations' },
    { kind: 'answers', chapter: 'from-scratch' },
  ];

  it.each(places)('is the same after a way through the address: %o', (place) => {
    const hash = hashOf(place);
    expect(isInLessons(hash)).toBe(true);
    expect(placeOf(hash)).toEqual(place);
    // A browser escapes characters that a link may not contain.
    expect(placeOf(new URL(hash, 'https://example.org/').hash)).toEqual(place);
  });

  it('is read from addresses nobody wrote on purpose', () => {
    expect(placeOf('#lessons/')).toEqual({ kind: 'contents' });
    expect(placeOf('#lessons?x=1')).toEqual({ kind: 'contents' });
    const slideOf = (slide: string) => placeOf(`#lessons/projector/foundations/derivative${slide}`);
    for (const slide of ['', '/', '/0', '/-2', '/one']) expect(slideOf(slide)).toMatchObject({ slide: 1 });
    expect(placeOf('#lessons/%E0%A4%A')).toEqual({ kind: 'page', id: '%E0%A4%A', query: new Map() });
  });

  it('is not in the playground, nor the other way round', () => {
    expect(['', '#', '#train', '#lessonsome', '#data?x=#lessons'].map(isInLessons)).toEqual(Array(5).fill(false));
  });
});

describe('a link to a run of the playground', () => {
  it('names a view and a preset', () => {
    expect(viewOfHash('#train?preset=chapter-2-linear')).toBe('train');
    expect(viewOfHash('#inside?preset=chapter-2-linear')).toBe('inside');
    expect(linkOfHash('#train?preset=chapter-2-linear')).toBe('preset=chapter-2-linear');
    expect([hashOfView('train'), '', '#train?', '#lessons/2/x?preset=y'].map(linkOfHash)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

/** Values at the bounds of a field. */
function extremes(field: FigureField): readonly FigureValue[] {
  switch (field.kind) {
    case 'number':
      return [field.default, field.min, field.max];
    case 'choice':
      return field.of;
    case 'names':
      return [field.default, field.of.slice(0, field.least), Array(field.most).fill(field.of.at(-1))];
    case 'numbers':
      return [field.default, field.default.map(() => field.min), field.default.map(() => field.max)];
    case 'flag':
      return [true, false];
  }
}

const FIELDS = Object.entries(FIGURES).flatMap(([name, { fields }]) =>
  Object.entries(fields).map(([key, field]) => [`${name}.${key}`, field] as const),
);

describe('every value of every figure', () => {
  it.each(FIELDS)('reads back as it was written: %s', (_, field) => {
    for (const value of extremes(field)) {
      expect(readValue(field, writeValue(value))).toEqual({ ok: true, value });
    }
  });

  it.each(FIELDS)('is refused with what it must be: %s', (_, field) => {
    for (const text of ['nonsense!', '1e999', 'NaN']) {
      expect(readValue(field, text)).toEqual({ ok: false, expected: expect.stringMatching(/\w/) });
    }
  });
});

describe('the figures of a page', () => {
  const [name = '', description] = Object.entries(FIGURES).find(([, { fields }]) =>
    Object.values(fields).some(({ kind }) => kind === 'number'),
  ) as [string, (typeof FIGURES)[string]];
  const [field = '', bounds] = Object.entries(description?.fields ?? {}).find(([, { kind }]) => kind === 'number') as [
    string,
    FigureField & { kind: 'number' },
  ];
  const defaults = Object.fromEntries(
    Object.entries(description?.fields ?? {}).map(([key, value]) => [key, value.default]),
  );
  const page: LessonPage = {
    id: 'a/b',
    title: '',
    question: '',
    leads: '',
    source: '',
    blocks: [
      { kind: 'figure', id: 'f1', name, values: defaults },
      { kind: 'figure', id: 'own', name, values: { ...defaults, [field]: bounds.max } },
    ],
  };

  it('leave the page’s own values out of the address', () => {
    const { values, sentences } = valuesOf(page, new Map());
    expect(sentences).toEqual([]);
    expect(values.get('own')?.[field]).toBe(bounds.max);
    expect(queryOf(page, values)).toEqual(new Map());
  });

  it('carry what differs, each under its figure', () => {
    const query = new Map([
      [`f1.${field}`, String(bounds.max)],
      [`own.${field}`, String(bounds.min)],
    ]);
    const { values } = valuesOf(page, query);
    expect([values.get('f1')?.[field], values.get('own')?.[field]]).toEqual([bounds.max, bounds.min]);
    expect(queryOf(page, values)).toEqual(query);
  });

  it('keep the page’s own value if the address has no valid one', () => {
    const query = new Map([
      [`f1.${field}`, String(bounds.max + 1)],
      ['f9.x', '1'],
      ['f1.toString', '1'],
    ]);
    const { values, sentences } = valuesOf(page, query);
    expect(values.get('f1')).toEqual(defaults);
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toContain(`must be a number from ${bounds.min} to ${bounds.max}`);
    expect(sentences[1]).toBe('The address sets “f9.x”, which this page does not have.');
  });
});
