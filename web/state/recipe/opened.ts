/** Opens a recipe from a link or a file, and restores what it replaced. */
import type { Goal } from '../../goals/goal';
import type { Shared } from '../../recipe/link';
import type { Checkpoint, RunDescription, Snapshot } from '../../worker/protocol';
import { goalSet } from '../goal/goal-state';
import type { Before, PageState } from '../page/page-state';
import { withOpenedRun } from '../run/run-events';
import { isUntouched } from '../run/run-state';
import { checked } from './recipe-state';

/** The state with another recipe, whose run is not created yet. `from` ends the sentence “… was opened from”. */
export function withOpened(
  state: PageState,
  { recipe, parameters }: Shared,
  from: string,
  checkpoint: Checkpoint | null,
  goal: Goal | null | undefined,
): PageState {
  const { draft, origin, text, textProblems, run, edits, goal: goalBefore, goalPutAway } = state;
  const words = [
    `${recipe.name === '' ? 'A recipe without a name' : `“${recipe.name}”`} was opened from ${from}.`,
    ...(parameters === null
      ? []
      : ['It contains weights, and training continues from them. Reset draws the recipe’s own first weights.']),
    run === null || isUntouched(run)
      ? 'Undo restores the previous recipe.'
      : 'Undo restores the previous recipe and its run.',
  ].join(' ');
  return {
    ...state,
    ...checked(recipe, recipe),
    text: null,
    textProblems: [],
    replaced: null,
    unopened: null,
    opened: {
      cause: 'opened',
      words,
      before: { draft, origin, text, textProblems, run, edits, goal: goalBefore, goalPutAway },
      checkpoint,
    },
    goalPutAway: goal === undefined ? goalPutAway : null,
    goal: goal === undefined ? goalBefore : goal === null ? null : goalSet(goal, recipe),
  };
}

/** The state in which the current run, stored at `checkpoint`, can be restored after its recipe was edited. */
export function withRunLeft(state: PageState, checkpoint: Checkpoint): PageState {
  const { run, edits, goal, goalPutAway, origin } = state;
  if (run === null) {
    return state;
  }
  const { recipe } = run.description;
  const before: Before = { draft: recipe, origin, text: null, textProblems: [], run, edits, goal, goalPutAway };
  return { ...state, replaced: null, opened: { cause: 'changed', words: '', before, checkpoint } };
}

/** The state with the previous recipe and text; its run is not restored yet. */
export function withOpeningUndone(state: PageState): PageState {
  if (state.opened === null) {
    return state;
  }
  const { draft, origin, text, textProblems, goal, goalPutAway } = state.opened.before;
  return { ...state, ...checked(draft, origin), text, textProblems, goal, goalPutAway, replaced: null, opened: null };
}

/** The state with the previous run, created again and restored to its checkpoint. */
export function withRunBack(
  state: PageState,
  { run, edits }: Pick<Before, 'run' | 'edits'>,
  description: RunDescription,
  snapshot: Snapshot,
): PageState {
  const opened = withOpenedRun(state, description, snapshot);
  return run === null || opened.run === null
    ? opened
    : { ...opened, run: { ...opened.run, rates: run.rates, firstParameters: run.firstParameters }, edits };
}
