/** The run before the current one: its curve stays behind the new one, and a sentence states the difference. */
import type { Recipe } from '../../recipe/schema';
import { measure, measuresApart } from '../page/format';
import type { Notice, NoticeAction } from '../page/notice';
import type { PageState } from '../page/page-state';
import { differences } from '../runs/differences';
import { hasSameRows } from '../runs/overlay';
import type { RunResult } from '../runs/stored-run';
import { isUntouched, type RunState, resultOf } from './run-state';

/**
 * What is kept of the current run when another replaces it; if it was not trained, what was kept of the run before it.
 */
export function leftByRun(run: RunState | null, before: RunResult | null): RunResult | null {
  return run === null || (isUntouched(run) && run.left === null) ? before : (run.left ?? resultOf(run));
}

/** The run before, if it can share an axis with the live one. */
export function comparableBefore({ run, before }: Pick<PageState, 'run' | 'before'>): RunResult | null {
  if (run === null || before === null) return null;
  const { data, loss } = run.description.recipe;
  return before.recipe.data.target === data.target && before.recipe.loss.function === loss.function ? before : null;
}

/** What changed since the previous run, and how the result changed; null if there is no previous run. */
export function beforeNotice(state: PageState): Notice | null {
  const { run, before, opened } = state;
  if (run === null || before === null || opened?.cause === 'opened') return null;
  const changes = changedFields(before.recipe, run.description.recipe);
  const outcome = isUntouched(run) || run.latest.playing ? '' : outcomeText(run, before);
  const text = [outcome, changes === '' ? '' : `Changed: ${changes}.`].filter((part) => part !== '').join(' ');
  const back: NoticeAction = { label: 'Go back to the previous run', intent: { type: 'undo-opening' } };
  return text === '' ? null : { id: 'before', tone: 'note', title: '', text, actions: opened === null ? [] : [back] };
}

/** `Test RMSE 3.770, 0.257 lower than before (4.027).` */
function outcomeText({ latest, description }: RunState, before: RunResult): string {
  const [now, then] = [latest.metrics.test.rmse, before.metrics.test.rmse];
  if (!hasSameRows(description.recipe, before.recipe)) {
    return `Test RMSE ${measure(now)}; previous run, on other rows: ${measure(then)}.`;
  }
  if (!Number.isFinite(now) || !Number.isFinite(then)) {
    return `Test RMSE ${measure(now)}; before, ${measure(then)}.`;
  }
  const [nowText, thenText] = measuresApart(now, then);
  if (now === then) return `Test RMSE ${nowText}, the same as before.`;
  const word = now < then ? 'lower' : 'higher';
  return `Test RMSE ${nowText}, ${measure(Math.abs(now - then))} ${word} than before (${thenText}).`;
}

const MOST_CHANGES = 2;

/** `Batch size 16 instead of 32`; the first changes, and the number of further ones. */
function changedFields(before: Recipe, now: Recipe): string {
  const all = differences([{ recipe: before }, { recipe: now }]);
  const said = all
    .slice(0, MOST_CHANGES)
    .map(({ title, values: [then = '', current = ''] }) =>
      then.length + current.length > 60 ? title : `${title} ${current} instead of ${then}`,
    );
  const rest = all.length - said.length;
  return [...said, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
