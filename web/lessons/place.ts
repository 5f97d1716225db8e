/** The reader's place in the lessons, as the page's address gives it. */
import { LESSONS } from '../state/page/address';

export type Place =
  | { readonly kind: 'contents' }
  /** `query`: values of figures that differ from the page's own, `f1.point` → `1.5`. */
  | { readonly kind: 'page'; readonly id: string; readonly query: ReadonlyMap<string, string> }
  /** Projector mode: one part at a time. `slide` is counted from 1. */
  | {
      readonly kind: 'projector';
      readonly id: string;
      readonly slide: number;
      readonly query: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'glossary'; readonly term: string | null }
  | { readonly kind: 'search'; readonly query: string }
  /** `part`: the part of the course whose numbers are shown; null for all. */
  | { readonly kind: 'ledger'; readonly part: string | null }
  /** The book's sections and figures, its names and ours, the page for teachers, and the exercises. */
  | { readonly kind: 'book' | 'names' | 'teaching' | 'exercises' }
  /** The questions of a chapter for printing, with or without their answers. */
  | { readonly kind: 'worksheet' | 'answers'; readonly chapter: string };

const PLAIN = ['book', 'names', 'teaching', 'exercises'] as const;
const SHEETS = ['worksheet', 'answers'] as const;

/** The place that a location hash names; does not check that the page or term exists. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.slice(LESSONS.length).split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  const values = new URLSearchParams(query);
  const [first, second] = parts.map(decoded);
  if (first === undefined) return { kind: 'contents' };
  if (first === 'glossary') return { kind: 'glossary', term: second ?? null };
  if (first === 'search') return { kind: 'search', query: values.get('q') ?? '' };
  if (first === 'ledger') return { kind: 'ledger', part: second ?? null };
  const plain = PLAIN.find((kind) => kind === first);
  if (plain !== undefined) return { kind: plain };
  const sheet = SHEETS.find((kind) => kind === first);
  if (sheet !== undefined) return { kind: sheet, chapter: second ?? '' };
  if (first === 'projector') {
    const [chapter, name, slide] = parts.slice(1).map(decoded);
    return {
      kind: 'projector',
      id: `${chapter}/${name}`,
      slide: Math.max(1, Math.round(Number(slide)) || 1),
      query: new Map(values),
    };
  }
  return { kind: 'page', id: parts.map(decoded).join('/'), query: new Map(values) };
}

export function hashOf(place: Place): string {
  switch (place.kind) {
    case 'contents':
      return LESSONS;
    case 'page':
      return `${LESSONS}/${place.id}${queryText(place.query)}`;
    case 'projector':
      return `${LESSONS}/projector/${place.id}/${place.slide}${queryText(place.query)}`;
    case 'book':
    case 'names':
    case 'teaching':
    case 'exercises':
      return `${LESSONS}/${place.kind}`;
    case 'worksheet':
    case 'answers':
      return `${LESSONS}/${place.kind}/${place.chapter}`;
    case 'glossary':
      return place.term === null ? `${LESSONS}/glossary` : `${LESSONS}/glossary/${place.term}`;
    case 'ledger':
      return place.part === null ? `${LESSONS}/ledger` : `${LESSONS}/ledger/${place.part}`;
    case 'search':
      return `${LESSONS}/search${queryText(place.query === '' ? [] : [['q', place.query]])}`;
  }
}

export function hashOfPage(id: string): string {
  return hashOf({ kind: 'page', id, query: new Map() });
}

function queryText(values: Iterable<readonly [string, string]>): string {
  const pairs = [...values].map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%20', '+')}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** A part of the path, unescaped; unchanged if the escape is invalid. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
