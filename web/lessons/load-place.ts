/** Loads what a place in the lessons shows: its text, and the elements that draw it. */
import { CHAPTERS, PAGES } from 'virtual:lessons';
import type { Chapter, GlossaryEntry, LessonPage, PageName, SearchText } from './lesson';
import type { Place } from './place';

export type Loaded =
  | { readonly kind: 'contents' }
  | {
      readonly kind: 'page';
      readonly page: LessonPage;
      readonly chapter: Chapter;
      readonly previous: PageName | null;
      readonly next: PageName | null;
    }
  | { readonly kind: 'glossary'; readonly entries: readonly GlossaryEntry[] }
  | { readonly kind: 'search'; readonly texts: readonly SearchText[] }
  | { readonly kind: 'ledger' }
  /** The address names a page that is not there. */
  | { readonly kind: 'nowhere' };

const ORDER = CHAPTERS.flatMap(({ pages }) => pages);

/** Rejects where a file cannot be fetched. */
export async function loadPlace(place: Place): Promise<Loaded> {
  switch (place.kind) {
    case 'contents':
      return { kind: 'contents' };
    case 'page':
      return loadPage(place.id);
    case 'glossary': {
      const [{ default: entries }] = await Promise.all([import('virtual:glossary'), import('./glossary-view')]);
      return { kind: 'glossary', entries };
    }
    case 'search': {
      const [{ default: texts }] = await Promise.all([import('virtual:lesson-texts'), import('./search-view')]);
      return { kind: 'search', texts };
    }
    case 'ledger':
      await import('./ledger/ledger-page');
      return { kind: 'ledger' };
  }
}

async function loadPage(id: string): Promise<Loaded> {
  const chapter = CHAPTERS.find(({ pages }) => pages.some((page) => page.id === id));
  const load = Object.hasOwn(PAGES, id) ? PAGES[id] : undefined;
  if (load === undefined || chapter === undefined) return { kind: 'nowhere' };
  const { default: page } = await load();
  if (page.blocks.some(({ kind }) => kind === 'three-ways')) await import('../diagrams/explained/three-ways');
  const index = ORDER.findIndex((name) => name.id === id);
  return { kind: 'page', page, chapter, previous: ORDER[index - 1] ?? null, next: ORDER[index + 1] ?? null };
}
