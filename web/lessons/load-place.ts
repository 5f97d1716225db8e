/** Loads what a place in the lessons shows: its text, and the elements that draw it. */
import { CHAPTERS, PAGES } from 'virtual:lessons';
import type { Chapter, GlossaryEntry, Guide, LessonPage, LoadedPage, SearchText } from './lesson';
import type { Place } from './place';

export type Loaded =
  | { readonly kind: 'contents' }
  | LoadedPage
  | { readonly kind: 'glossary'; readonly entries: readonly GlossaryEntry[] }
  | { readonly kind: 'search'; readonly texts: readonly SearchText[] }
  | { readonly kind: 'ledger' }
  | { readonly kind: 'projector'; readonly page: LoadedPage }
  | { readonly kind: 'book' | 'teaching'; readonly guide: Guide }
  | { readonly kind: 'names' | 'exercises' }
  | { readonly kind: 'worksheet' | 'answers'; readonly chapter: Chapter; readonly pages: readonly LessonPage[] }
  /** The address names a page that does not exist. */
  | { readonly kind: 'nowhere' };

const ORDER = CHAPTERS.flatMap(({ pages }) => pages);

/** Rejects if a file cannot be loaded. */
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
    case 'projector': {
      const [page] = await Promise.all([loadPage(place.id), import('./projector/projector-view')]);
      return page.kind === 'nowhere' ? page : { kind: 'projector', page };
    }
    case 'book':
    case 'teaching': {
      const [{ default: guide }] = await Promise.all([
        import('virtual:lesson-guide'),
        place.kind === 'book' ? import('./book/book-view') : import('./teaching/teaching-view'),
      ]);
      return { kind: place.kind, guide };
    }
    case 'names':
      await import('./book/names-view');
      return { kind: 'names' };
    case 'exercises':
      await import('./teaching/exercises-view');
      return { kind: 'exercises' };
    case 'worksheet':
    case 'answers': {
      const [sheet] = await Promise.all([loadChapter(place.chapter), import('./teaching/sheet-view')]);
      return sheet === null ? { kind: 'nowhere' } : { kind: place.kind, ...sheet };
    }
  }
}

/** A chapter with all its pages; null if there is none. */
async function loadChapter(
  id: string,
): Promise<{ readonly chapter: Chapter; readonly pages: readonly LessonPage[] } | null> {
  const chapter = CHAPTERS.find((candidate) => candidate.id === id);
  if (chapter === undefined) return null;
  const modules = await Promise.all(chapter.pages.map((page) => PAGES[page.id]?.()));
  return { chapter, pages: modules.flatMap((module) => module?.default ?? []) };
}

async function loadPage(id: string): Promise<LoadedPage | { readonly kind: 'nowhere' }> {
  const chapter = CHAPTERS.find(({ pages }) => pages.some((page) => page.id === id));
  const load = Object.hasOwn(PAGES, id) ? PAGES[id] : undefined;
  if (load === undefined || chapter === undefined) return { kind: 'nowhere' };
  const { default: page } = await load();
  if (page.blocks.some(({ kind }) => kind === 'three-ways')) await import('../diagrams/explained/three-ways');
  const index = ORDER.findIndex((name) => name.id === id);
  return { kind: 'page', page, chapter, previous: ORDER[index - 1] ?? null, next: ORDER[index + 1] ?? null };
}

/** The title of the window for a place. */
export function titleOf(loaded: Loaded): string {
  switch (loaded.kind) {
    case 'contents':
      return 'Lessons';
    case 'page':
      return loaded.page.title;
    case 'glossary':
      return 'Glossary';
    case 'search':
      return 'Search the lessons';
    case 'ledger':
      return 'The ledger';
    case 'projector':
      return loaded.page.page.title;
    case 'book':
      return 'By the book';
    case 'names':
      return 'Names: the book’s and ours';
    case 'teaching':
      return 'Teaching with this';
    case 'exercises':
      return 'Exercises';
    case 'worksheet':
      return `Worksheet: ${loaded.chapter.title}`;
    case 'answers':
      return `Answer sheet: ${loaded.chapter.title}`;
    case 'nowhere':
      return 'No such page';
  }
}

/** The page that is shown, also in projector mode. */
export function pageOf(loaded: Loaded | null): LoadedPage | null {
  return loaded?.kind === 'page' ? loaded : loaded?.kind === 'projector' ? loaded.page : null;
}

/** Whether both show the same page. */
export function isSame(before: Loaded | null, after: Loaded): boolean {
  if (before?.kind !== after.kind) return false;
  if (after.kind === 'worksheet' || after.kind === 'answers')
    return 'chapter' in before && before.chapter === after.chapter;
  return pageOf(before)?.page === pageOf(after)?.page;
}
