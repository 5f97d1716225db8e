/** How the page stands in another one. By itself it hides nothing, and links lead to itself. */
import type { HideableName } from './hideable';

export interface Setting {
  readonly hidden: ReadonlySet<HideableName>;
  /** The address of the whole site, where this is only a piece of it on another page; null on the site's own page. */
  readonly site: string | null;
}

interface Hosted {
  readonly setting: Setting;
}

export const ITS_OWN_PAGE: Setting = { hidden: new Set(), site: null };

export function isShown({ setting }: Hosted, name: HideableName): boolean {
  return !setting.hidden.has(name);
}

/** Where a link to a part of the site leads, `hash` being that part's. */
export function addressOf({ setting: { site } }: Hosted, hash: string): string {
  return site === null ? hash : new URL(hash, site).href;
}
