/** Loads the module of each figure of this chapter. */
export const LOAD_FOUNDATIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  function: () => import('./function-figure'),
  'array-pair': () => import('./array-pair-figure'),
  'array-sums': () => import('./array-sums-figure'),
  'row-added': () => import('./row-added-figure'),
  derivative: () => import('./derivative-figure'),
  nested: () => import('./nested-figure'),
  strings: () => import('./strings-figure'),
  chain: () => import('./chain-figure'),
  'two-inputs': () => import('./two-inputs-figure'),
  'dot-product': () => import('./dot-product-figure'),
  'sigma-product': () => import('./sigma-product-figure'),
  nudge: () => import('./nudge-figure'),
  'two-matrices': () => import('./two-matrices-figure'),
  'partial-matrices': () => import('./partial-matrices-figure'),
  'loss-curve': () => import('./loss-curve-figure'),
};
