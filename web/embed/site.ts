/** The address of the whole site, which the module's file is a part of: directly, or in the folder of a build's pieces. */
export function siteAddress(module: string = import.meta.url): string {
  return new URL(module.replace(/(?:assets|embed)\/[^/]*$/, '').replace(/[^/]*$/, 'index.html')).href;
}
