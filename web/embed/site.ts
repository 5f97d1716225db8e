/** The packed script stands beside the site's pages; modules, built or not, lie in a folder of their own. */
const PACKED = /\/mini-factory-packed\.js(?:\?|$)/;

/** The address of the whole site, which the file at `module` is a part of. */
export function siteAddress(module: string = import.meta.url): string {
  return new URL(PACKED.test(module) ? './index.html' : '../index.html', module).href;
}
