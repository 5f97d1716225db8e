declare module 'virtual:licences' {
  /** One notice of each licence text; Minifactory’s own first. */
  const notices: readonly { readonly names: readonly string[]; readonly licence: string; readonly text: string }[];
  export default notices;
}

declare module 'virtual:version' {
  /** As in package.json, e.g. `1.2.3`. */
  export const VERSION: string;
  /** The day of the last commit, e.g. `2026-11-21`; empty if unknown. */
  export const COMMIT_DATE: string;
}
