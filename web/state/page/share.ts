/** The parts of the page's state that a link can contain. */
import type { Shared } from '../../recipe/link';
import { isChanged } from '../run/run-state';
import type { PageState } from './page-state';

export const WEIGHTS = ['none', 'first', 'now'] as const;
/** Which weights the link contains. */
export type Weights = (typeof WEIGHTS)[number];

/** The recipe and weights to share; null if the recipe has problems. */
export function shareable(state: PageState, weights: Weights): Shared | null {
  const { recipe } = state;
  return recipe === null ? null : { recipe, parameters: weightsNow(state, weights) };
}

/** The choices that are available: only a run of exactly this recipe has weights that fit it. */
export function weightsOnOffer(state: PageState): readonly Weights[] {
  return WEIGHTS.filter((weights) => weights === 'none' || weightsNow(state, weights) !== null);
}

function weightsNow(state: PageState, weights: Weights): Float64Array | null {
  const { run } = state;
  if (run === null || weights === 'none' || isChanged(state)) return null;
  if (weights === 'first') return run.firstParameters;
  return run.latest.progress.batch === 0 ? null : run.latest.parameters;
}
