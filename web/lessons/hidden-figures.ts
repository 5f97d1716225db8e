/** Which figures of a page wait for a prediction. */
import type { LessonPage } from './lesson';
import { type PageValues, queryOf } from './page-values';
import type { Predictions } from './progress';

/** The ids of the figures whose prediction has not been made. */
export function waitingFigures({ blocks }: LessonPage, predicted: Predictions): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) =>
      block.kind === 'predict' && block.reveals !== null && !Object.hasOwn(predicted, block.id) ? [block.reveals] : [],
    ),
  );
}

/**
 * The ids of the figures whose values differ from those of the page. The address contains this state on purpose, so
 * they are shown.
 */
export function changedFigures(page: LessonPage, values: PageValues): ReadonlySet<string> {
  return new Set([...queryOf(page, values).keys()].map((key) => key.split('.')[0] as string));
}
