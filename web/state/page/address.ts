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

/**
 * What a link wants opened, to be read by `readLink`: `#preset=ID` or `#r=…` by itself, or behind a view as in
 * `#train?preset=ID`; null where it wants nothing.
 */
export function linkOfHash(hash: string): string | null {
  const [, link = null] = /^#(?:[a-z]*\?)?((?:preset|r|goal)=.*)$/.exec(hash) ?? [];
  return link;
}

export function hashOfView(view: ViewName): string {
  return `#${view}`;
}
