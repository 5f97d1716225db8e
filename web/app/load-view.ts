/** Loads the code of a view that is not in the page's first script. */
import type { ViewName } from '../state/page/address';

export async function loadView(view: ViewName): Promise<void> {
  switch (view) {
    case 'train':
      await Promise.all([import('../views/train/charts'), import('../views/train/bench')]);
      return;
    case 'inside':
      await import('../views/inside/inside-view');
      return;
    case 'runs':
      await import('../views/runs/runs-view');
      return;
    case 'data':
      await import('../views/data/data-view');
      return;
    case 'check':
      await import('../views/check/check-view');
      return;
    case 'recipe':
      await import('../views/recipe/recipe-view');
      return;
  }
}
