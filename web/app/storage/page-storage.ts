/** Saves the page's preferences and unfinished work in the browser's storage, if the browser permits it. */

import type { PageState, Theme } from '../../state/page/page-state';
import {
  preferencesWithTheme,
  readPreferences,
  readSaved,
  type Saved,
  savedPreferences,
  savedWork,
} from '../../state/page/saved';
import type { Draft } from '../../state/recipe/draft';
import type { Store } from '../session/store';

const PREFERENCES = 'minifactory.preferences.1';
const WORK = 'minifactory.work.1';

/** A browser that refuses storage throws as soon as it is accessed; the page then works without it. */
function attempt<Result>(use: () => Result): Result | null {
  try {
    return use();
  } catch {
    return null;
  }
}

export function loadSaved(example: Draft): Saved {
  return readSaved(
    attempt(() => localStorage.getItem(PREFERENCES)),
    attempt(() => sessionStorage.getItem(WORK)),
    example,
  );
}

/** The theme alone, for pages without a store. */
export function loadTheme(): Theme {
  return readPreferences(attempt(() => localStorage.getItem(PREFERENCES))).theme ?? 'system';
}

export function saveTheme(theme: Theme): void {
  attempt(() => localStorage.setItem(PREFERENCES, preferencesWithTheme(localStorage.getItem(PREFERENCES), theme)));
}

export function saveChanges(store: Store): void {
  store.subscribe((state, before) => {
    if (
      differ(state, before, 'theme', 'speed', 'explain', 'pictures', 'isWelcomed') ||
      state.runs.overlaid !== before.runs.overlaid
    ) {
      attempt(() => localStorage.setItem(PREFERENCES, savedPreferences(state)));
    }
    if (differ(state, before, 'draft', 'text', 'goal') || state.inside.drawing !== before.inside.drawing) {
      attempt(() => sessionStorage.setItem(WORK, savedWork(state)));
    }
  });
}

function differ(state: PageState, before: PageState, ...keys: (keyof PageState)[]): boolean {
  return keys.some((key) => state[key] !== before[key]);
}
