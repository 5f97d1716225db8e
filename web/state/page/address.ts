/** The view in the page's address, so that views can be linked to and the back button works. */

export const VIEWS = ['train', 'inside', 'check', 'runs', 'data', 'recipe'] as const;
export type ViewName = (typeof VIEWS)[number];

/** The address of the lessons; every other address belongs to the playground. */
export const LESSONS = '#lessons';

export function isInLessons(hash: string): boolean {
  return /^#lessons(?:[/?]|$)/.test(hash);
}

/** The view that a location hash names; the training view for an empty or unknown one. */
export function viewOfHash(hash: string): ViewName {
  const name = hash.replace(/^#/, '').replace(/\?.*/, '');
  return VIEWS.find((view) => view === name) ?? 'train';
}

/**
 * The part of a hash that `readLink` reads: `#preset=ID` or `#r=…` alone, or after a view as in `#train?preset=ID`.
 * Null if there is none.
 */
export function linkOfHash(hash: string): string | null {
  const [, link = null] = /^#(?:[a-z]*\?)?((?:preset|r|goal)=.*)$/.exec(hash) ?? [];
  return link;
}

export function hashOfView(view: ViewName): string {
  return `#${view}`;
}
