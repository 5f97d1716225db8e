/** Loads the module of each figure of this chapter. */
export const LOAD_FROM_SCRATCH: Readonly<Record<string, () => Promise<unknown>>> = {
  operation: () => import('./operation-figure'),
};
