/** Loads the module of each figure of this chapter. */
export const LOAD_FOUNDATIONS: Readonly<Record<string, () => Promise<unknown>>> = {};
