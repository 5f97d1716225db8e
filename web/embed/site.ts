/** This script's own file; the packed one is no module, and knows its file only while it is first run. */
const SCRIPT: string = import.meta.url ?? (document.currentScript as HTMLScriptElement).src;

/** The address of the whole site, which the script's file is a part of: directly, or in the folder of a build's pieces. */
export function siteAddress(script: string = SCRIPT): string {
  return new URL(script.replace(/(?:assets|embed)\/[^/]*$/, '').replace(/[^/]*$/, 'index.html')).href;
}
