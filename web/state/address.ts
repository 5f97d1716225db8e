/** The view in the page's address, so that a view can be linked to and the back button works. */

export const VIEWS = ['train', 'inside', 'check', 'runs', 'data', 'recipe'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Where the lessons begin; every other address is the playground's. */
export const LESSONS = '#lessons';

export function isInLessons(hash: string): boolean {
  return /^#lessons(?:[/?]|$)/.test(hash);
}

/** The view a location hash names; the training view for an empty or unknown one. */
export function viewOfHash(hash: string): ViewName {
  const name = hash.replace(/^#/, '').replace(/\?.*/, '');
  return VIEWS.find((view) => view === name) ?? 'train';
}

/** The preset a link wants opened, `#train?preset=ID`; null where it wants none. */
export function presetOfHash(hash: string): string | null {
  return new URLSearchParams(hash.split('?')[1]).get('preset');
}

export function hashOfView(view: ViewName): string {
  return `#${view}`;
}
