/**
 * Search by word in pages and terms. The beginning of a word is enough; case, accents and British or American spelling
 * do not matter. If nothing matches, words with one or two different letters are searched.
 */
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { SearchText } from './lesson';

export interface Found {
  readonly kind: SearchText['kind'];
  readonly id: string;
  readonly title: string;
  /** The words around the first match, in pieces; `hit` marks a matching piece. */
  readonly context: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Search {
  /** Best first. */
  readonly found: readonly Found[];
  /** Nothing matches exactly; these are similar. */
  readonly isNear: boolean;
}

/** The share of a word's letters that may differ. */
const FUZZY = 0.25;

/** Characters of context on either side. */
const AROUND = 70;

export class SearchIndex {
  readonly #texts: ReadonlyMap<string, SearchText>;
  readonly #index = new MiniSearch<{ key: string; title: string; text: string }>({
    idField: 'key',
    fields: ['title', 'text'],
    processTerm: plain,
  });

  constructor(texts: readonly SearchText[]) {
    this.#texts = new Map(texts.map((text) => [`${text.kind} ${text.id}`, text]));
    this.#index.addAll([...this.#texts].map(([key, { title, text }]) => ({ key, title, text })));
  }

  /** Only entries with every word or, if there are none, entries with similar words. */
  find(query: string): Search {
    const exact = this.#search(query, { prefix: true, combineWith: 'AND' });
    if (exact.length > 0) return { found: exact, isNear: false };
    const near = this.#search(query, { prefix: true, fuzzy: FUZZY, combineWith: 'AND' });
    if (near.length > 0) return { found: near, isNear: true };
    return { found: this.#search(query, { fuzzy: FUZZY, combineWith: 'OR' }), isNear: true };
  }

  #search(query: string, options: SearchOptions): readonly Found[] {
    return this.#index.search(query, { ...options, boost: { title: 3 } }).map(({ id, terms }) => {
      const text = this.#texts.get(id) as SearchText;
      return { kind: text.kind, id: text.id, title: text.title, context: contextOf(text.text, terms) };
    });
  }
}

/** Without accents, in small letters, in British spelling: `optimizer` as `optimiser`, `color` as `colour`. */
function plain(word: string): string {
  const lower = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return lower
    .replace(/(?<=\p{L}{3})iz(?=[eia]|$)/u, 'is')
    .replace(/^(col|behavi|neighb)or/, '$1our')
    .replace(/^(cent)er(?=s?$)/, '$1re');
}

function contextOf(text: string, terms: readonly string[]): readonly Piece[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    hit: terms.includes(plain(word)),
  }));
  const first = words.find(({ hit }) => hit)?.start ?? 0;
  const start = words.find((word) => word.start >= first - AROUND)?.start ?? 0;
  const last = words.findLast((word) => word.end <= first + AROUND);
  const end = last === undefined || last === words.at(-1) ? text.length : last.end;
  const pieces: Piece[] = start > 0 ? [{ text: '… ', hit: false }] : [];
  let place = start;
  for (const word of words.filter(({ hit, start: at, end: to }) => hit && at >= start && to <= end)) {
    pieces.push(
      { text: text.slice(place, word.start), hit: false },
      { text: text.slice(word.start, word.end), hit: true },
    );
    place = word.end;
  }
  pieces.push({ text: text.slice(place, end) + (end < text.length ? ' …' : ''), hit: false });
  return pieces.filter((piece) => piece.text !== '');
}
