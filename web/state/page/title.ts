/** The name of the run a view acts on, and the title of the page. */

import type { ViewName } from './address';
import { whole } from './format';
import type { PageState } from './page-state';

export const VIEW_TITLES: Readonly<Record<ViewName, string>> = {
  train: 'Train',
  inside: 'Inside',
  check: 'Check',
  runs: 'Runs',
  data: 'Data',
  recipe: 'Recipe',
};

/** The name of the recipe; a recipe may have none. */
export function recipeName({ name }: { readonly name: string }): string {
  return name === '' ? 'A recipe without a name' : name;
}

/** `Chapter 3: one hidden layer, epoch 12 of 50`; null if there is no run. */
export function runName({ run }: Pick<PageState, 'run'>): string | null {
  if (run === null) return null;
  const { recipe } = run.description;
  const { count, unit } = recipe.training.stopAfter;
  const { epoch, batch } = run.latest.progress;
  const place =
    unit === 'epochs' ? `epoch ${whole(epoch)} of ${whole(count)}` : `batch ${whole(batch)} of ${whole(count)}`;
  return `${recipeName(recipe)}, ${place}`;
}

/** `Train: Chapter 3: one hidden layer · Minifactory`. */
export function pageTitle({ view, draft }: PageState): string {
  return `${VIEW_TITLES[view]}: ${recipeName(draft)} · Minifactory`;
}
