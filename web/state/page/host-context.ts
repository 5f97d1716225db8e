/** How the page stands in another one. By itself it hides nothing, and links lead to itself. */
import type { HideableName } from './hideable';
import type { PageState } from './page-state';

export interface Setting {
  readonly hidden: ReadonlySet<HideableName>;
  /** The address of the whole site, where this is only a piece of it on another page; null on the site's own page. */
  readonly site: string | null;
}

export const ITS_OWN_PAGE: Setting = { hidden: new Set(), site: null };

export function isShown({ setting }: PageState, name: HideableName): boolean {
  return !setting.hidden.has(name);
}

/** Where a link to a part of the site leads, `hash` being that part's. */
export function addressOf({ setting: { site } }: PageState, hash: string): string {
  return site === null ? hash : new URL(hash, site).href;
}
