/** Search by word over pages and terms: the beginning of a word is enough, case and accents do not matter. */
import MiniSearch from 'minisearch';
import type { SearchText } from './lesson';

export interface Found {
  readonly kind: SearchText['kind'];
  readonly id: string;
  readonly title: string;
  /** The words around the first match, in pieces; a piece `hit` is what was looked for. */
  readonly context: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

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

  /** Best first; only what has every word. */
  find(query: string): readonly Found[] {
    const results = this.#index.search(query, { prefix: true, combineWith: 'AND', boost: { title: 3 } });
    return results.map(({ id, terms }) => {
      const text = this.#texts.get(id) as SearchText;
      return { kind: text.kind, id: text.id, title: text.title, context: contextOf(text.text, terms) };
    });
  }
}

/** Without accents, in small letters. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
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
