/** How the playground is embedded in another page: which controls are hidden, and where links lead. */
import type { HideableName } from './hideable';

export interface HostContext {
  readonly hidden: ReadonlySet<HideableName>;
  /** The address of the whole site if this is a part of it on another page; null on the site's own page. */
  readonly site: string | null;
}

interface Hosted {
  readonly host: HostContext;
}

export const OWN_PAGE: HostContext = { hidden: new Set(), site: null };

export function isShown({ host }: Hosted, name: HideableName): boolean {
  return !host.hidden.has(name);
}

/** The address of a part of the site, given its hash. */
export function addressOf({ host: { site } }: Hosted, hash: string): string {
  return site === null ? hash : new URL(hash, site).href;
}
