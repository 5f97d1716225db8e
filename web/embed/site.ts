/** The packed script is beside the site's pages; modules are in a folder of their own, built or not. */
const PACKED = /\/mini-factory-packed\.js(?:\?|$)/;

/** This script's own file. The packed one is not a module, and can read its file name only while it first runs. */
const SCRIPT: string | null = import.meta.url ?? (document.currentScript as HTMLScriptElement | null)?.src ?? null;

/** The address of the whole site that the file at `module` belongs to; null in the npm package, which has no site. */
export function siteAddress(module: string | null = SCRIPT): string | null {
  if (module === null) return null;
  return new URL(PACKED.test(module) ? './index.html' : '../index.html', module).href;
}
