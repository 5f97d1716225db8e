/** Loads the module of each figure of this chapter. */
export const LOAD_FUNDAMENTALS: Readonly<Record<string, () => Promise<unknown>>> = {};
