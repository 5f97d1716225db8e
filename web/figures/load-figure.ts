/** Loads the module of a figure, which defines its custom element. */

type Loaders = Readonly<Record<string, () => Promise<unknown>>>;

const FOUNDATIONS: Loaders = {
  function: () => import('./foundations/function-figure'),
  'array-pair': () => import('./foundations/array-pair-figure'),
  'array-sums': () => import('./foundations/array-sums-figure'),
  'row-added': () => import('./foundations/row-added-figure'),
  derivative: () => import('./foundations/derivative-figure'),
  nested: () => import('./foundations/nested-figure'),
  strings: () => import('./foundations/strings-figure'),
  chain: () => import('./foundations/chain-figure'),
  'two-inputs': () => import('./foundations/two-inputs-figure'),
  'dot-product': () => import('./foundations/dot-product-figure'),
  'sigma-product': () => import('./foundations/sigma-product-figure'),
  nudge: () => import('./foundations/nudge-figure'),
  'two-matrices': () => import('./foundations/two-matrices-figure'),
  'partial-matrices': () => import('./foundations/partial-matrices-figure'),
  'loss-curve': () => import('./foundations/loss-curve-figure'),
};

const FUNDAMENTALS: Loaders = {
  training: () => import('./fundamentals/training-figure'),
  predictions: () => import('./fundamentals/predictions-figure'),
  response: () => import('./fundamentals/response-figure'),
  coefficients: () => import('./fundamentals/coefficients-figure'),
  'learned-features': () => import('./fundamentals/learned-figure'),
  graph: () => import('./fundamentals/graph-figure'),
  'bias-check': () => import('./fundamentals/bias-check-figure'),
  slip: () => import('./fundamentals/slip-figure'),
  collapse: () => import('./fundamentals/collapse-figure'),
  columns: () => import('./fundamentals/columns-figure'),
  'column-b': () => import('./fundamentals/column-b-figure'),
  standardise: () => import('./fundamentals/standardise-figure'),
  'fit-line': () => import('./fundamentals/fit-line-figure'),
  'sigmoid-unit': () => import('./fundamentals/sigmoid-unit-figure'),
  'curve-builder': () => import('./fundamentals/curve-builder-figure'),
  'curve-units': () => import('./fundamentals/curve-units-figure'),
  drawings: () => import('./fundamentals/drawings-figure'),
};

const FROM_SCRATCH: Loaders = {
  operation: () => import('./from-scratch/operation-figure'),
  'layer-builder': () => import('./from-scratch/layer-builder-figure'),
  dense: () => import('./from-scratch/dense-figure'),
  loss: () => import('./from-scratch/loss-figure'),
  squares: () => import('./from-scratch/squares-figure'),
  sgd: () => import('./from-scratch/sgd-figure'),
  'sgd-surface': () => import('./from-scratch/sgd-surface-figure'),
  network: () => import('./from-scratch/network-figure'),
  epoch: () => import('./from-scratch/epoch-figure'),
  'three-models': () => import('./from-scratch/three-models-figure'),
  'early-stopping': () => import('./from-scratch/early-stopping-figure'),
  'identical-layers': () => import('./from-scratch/identical-layers-figure'),
  scaling: () => import('./from-scratch/scaling-figure'),
  choosing: () => import('./from-scratch/choosing-figure'),
  careful: () => import('./from-scratch/careful-figure'),
};

const LOADERS: Loaders = { ...FOUNDATIONS, ...FUNDAMENTALS, ...FROM_SCRATCH };

/** Rejects if the file cannot be loaded, or if no figure has that name. */
export async function loadFigure(name: string): Promise<void> {
  const load = LOADERS[name];
  if (load === undefined) throw new RangeError(`There is no figure “${name}”.`);
  await load();
}
