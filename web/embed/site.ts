/** The packed script stands beside the site's pages; modules, built or not, lie in a folder of their own. */
const PACKED = /\/mini-factory-packed\.js(?:\?|$)/;

/** This script's own file; the packed one is no module, and knows its file only while it is first run. */
const SCRIPT: string = import.meta.url ?? (document.currentScript as HTMLScriptElement).src;

/** The address of the whole site, which the file at `module` is a part of. */
export function siteAddress(module: string = SCRIPT): string {
  return new URL(PACKED.test(module) ? './index.html' : '../index.html', module).href;
}
