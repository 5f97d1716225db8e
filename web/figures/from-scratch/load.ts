/** Loads the module of each figure of this chapter. */
export const LOAD_FROM_SCRATCH: Readonly<Record<string, () => Promise<unknown>>> = {
  operation: () => import('./operation-figure'),
  'layer-builder': () => import('./layer-builder-figure'),
  dense: () => import('./dense-figure'),
  loss: () => import('./loss-figure'),
  squares: () => import('./squares-figure'),
  sgd: () => import('./sgd-figure'),
  network: () => import('./network-figure'),
  epoch: () => import('./epoch-figure'),
  'three-models': () => import('./three-models-figure'),
  'early-stopping': () => import('./early-stopping-figure'),
  'identical-layers': () => import('./identical-layers-figure'),
  scaling: () => import('./scaling-figure'),
  choosing: () => import('./choosing-figure'),
  careful: () => import('./careful-figure'),
};
