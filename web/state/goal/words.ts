/** Texts about a goal and each of its conditions. */
import type { JudgedCondition, Judgement, Verdict } from '../../goals/judge';
import { type GoalUnits, NO_UNITS, unitsOf } from '../../goals/words';
import { counted, measuresApart, plain, whole } from '../page/format';
import type { PageState } from '../page/page-state';
import { isFinal } from '../run/run-state';
import { judgementNow } from './goal-state';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: 'met',
  open: 'not yet',
  exceeded: 'no longer in this run',
  impossible: 'not with this recipe',
};

/** “3.872: met”. */
export function verdictInWords({ condition, verdict, value }: JudgedCondition): string {
  if (value === null) return verdict === 'impossible' ? 'this recipe has no such rows' : VERDICT_WORDS[verdict];
  const isResult = condition.quantity.kind === 'result';
  const number = isResult ? measuresApart(condition.limit, value)[1] : plain(value);
  return `${number}: ${VERDICT_WORDS[verdict]}`;
}

/** How far the goal is reached, and what to do next. */
export function goalSummary(state: PageState): string {
  const judgement = judgementNow(state);
  if (judgement === null) return '';
  const { goal, run } = state;
  const reached = goal?.reached ?? null;
  if (reached !== null) {
    const isOfThisRun = reached.runId === run?.description.runId;
    const words = `Reached at ${place(reached)}${isOfThisRun ? '' : ' of an earlier run'}.`;
    return judgement.isReached || judgement.obstacle === 'training'
      ? words
      : `${words} It stays reached, although the current point of the run does not meet it.`;
  }
  switch (judgement.obstacle) {
    case 'other-rows':
      return 'This run does not count: the goal was set for other data, another target or another split. Restore them and train.';
    case 'untrained':
      return `This recipe has not been trained yet.${advice(judgement)}`;
    case 'training':
      return 'Training. The goal is judged when the run pauses or ends.';
    case 'edited':
      return 'This run does not count: some of its parameters were set by hand or by a link instead of trained. Reset and train again.';
    case null:
      if (judgement.isReached)
        return 'This run meets the goal, but was trained before the goal was set, so it does not count. Train again.';
      return `${met(judgement)} at ${run === null ? 'this place' : place(run.latest.progress)}.${advice(judgement)}${ended(state)}`;
  }
}

/** The units of the recipe that is judged. */
export function goalUnits({ recipe, run }: PageState): GoalUnits {
  const judged = recipe ?? run?.description.recipe;
  return judged === undefined ? NO_UNITS : unitsOf(judged);
}

function place({ epoch, batch }: { readonly epoch: number; readonly batch: number }): string {
  return `epoch ${whole(epoch)}, batch ${whole(batch)}`;
}

function met({ conditions }: Judgement): string {
  const count = conditions.filter(({ verdict }) => verdict === 'met').length;
  return `${whole(count)} of ${counted(conditions.length, 'condition', 'conditions')} met`;
}

function advice({ conditions }: Judgement): string {
  return conditions.some(({ verdict }) => verdict === 'impossible')
    ? ' No run of this recipe can reach the goal. Change the recipe.'
    : '';
}

function ended({ run }: PageState): string {
  return run !== null && isFinal(run) ? ' Training has ended. Go back to an earlier point, or change the recipe.' : '';
}
