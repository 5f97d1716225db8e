/** Where in the lessons a reader is, as the page's address says it. */
import { LESSONS } from '../state/page/address';

export type Place =
  | { readonly kind: 'contents' }
  /** `query`: values of figures that differ from the page's, `f1.point` → `1.5`. */
  | { readonly kind: 'page'; readonly id: string; readonly query: ReadonlyMap<string, string> }
  | { readonly kind: 'glossary'; readonly term: string | null }
  | { readonly kind: 'search'; readonly query: string }
  /** `part`: of the course, whose numbers are shown; null for all. */
  | { readonly kind: 'ledger'; readonly part: string | null };

/** The place a location hash names; whether there is such a page or term is not checked. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.slice(LESSONS.length).split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  const values = new URLSearchParams(query);
  const [first, second] = parts.map(decoded);
  if (first === undefined) return { kind: 'contents' };
  if (first === 'glossary') return { kind: 'glossary', term: second ?? null };
  if (first === 'search') return { kind: 'search', query: values.get('q') ?? '' };
  if (first === 'ledger') return { kind: 'ledger', part: second ?? null };
  return { kind: 'page', id: parts.map(decoded).join('/'), query: new Map(values) };
}

export function hashOf(place: Place): string {
  switch (place.kind) {
    case 'contents':
      return LESSONS;
    case 'page':
      return `${LESSONS}/${place.id}${queryText(place.query)}`;
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

/** A part of the path as it was before it was escaped; as it stands where the escape is broken. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
