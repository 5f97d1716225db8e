/** The view in the page's address, so that a view can be linked to and the back button works. */

export const VIEWS = ['train', 'inside', 'check', 'runs', 'data', 'recipe'] as const;
export type ViewName = (typeof VIEWS)[number];

/** The view a location hash names; the training view for an empty or unknown one. */
export function viewOfHash(hash: string): ViewName {
  const name = hash.replace(/^#/, '');
  return VIEWS.find((view) => view === name) ?? 'train';
}

export function hashOfView(view: ViewName): string {
  return `#${view}`;
}
