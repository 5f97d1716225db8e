/** Loads the module of each figure of this chapter. */
export const LOAD_FUNDAMENTALS: Readonly<Record<string, () => Promise<unknown>>> = {
  training: () => import('./training-figure'),
  predictions: () => import('./predictions-figure'),
  response: () => import('./response-figure'),
  coefficients: () => import('./coefficients-figure'),
  'learned-features': () => import('./learned-figure'),
  graph: () => import('./graph-figure'),
  'bias-check': () => import('./bias-check-figure'),
  slip: () => import('./slip-figure'),
  collapse: () => import('./collapse-figure'),
  columns: () => import('./columns-figure'),
  'column-b': () => import('./column-b-figure'),
  standardise: () => import('./standardise-figure'),
  'fit-line': () => import('./fit-line-figure'),
  'sigmoid-unit': () => import('./sigmoid-unit-figure'),
  drawings: () => import('./drawings-figure'),
};
