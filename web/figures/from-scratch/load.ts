/** Loads the module of each figure of this chapter. */
export const LOAD_FROM_SCRATCH: Readonly<Record<string, () => Promise<unknown>>> = {
  operation: () => import('./operation-figure'),
  'layer-builder': () => import('./layer-builder-figure'),
  dense: () => import('./dense-figure'),
  loss: () => import('./loss-figure'),
  squares: () => import('./squares-figure'),
  sgd: () => import('./sgd-figure'),
};
