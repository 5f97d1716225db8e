/** What the page has to say about the run and the recipe, in whole sentences; made anew from the state each time. */
import type { Evaluation } from '../engine/types';
import { isEdited, openEdits } from './edits';
import type { Intent } from './events';
import { counted, measure, plain } from './format';
import type { PageState } from './page-state';
import { problemInWords } from './problem-words';
import { isChanged } from './recipe-state';
import { isUntouched, type RunState } from './run-state';

export interface Offer {
  readonly label: string;
  readonly intent: Intent;
}

export interface Statement {
  /** Stays the same while the statement is about the same thing. */
  readonly id: string;
  readonly tone: 'note' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly text: string;
  readonly offers: readonly Offer[];
}

/** All that there is to say now, the most pressing first. */
export function statements(state: PageState): readonly Statement[] {
  return [
    engineFailure(state),
    runLost(state),
    refusal(state),
    ending(state),
    edited(state),
    recipeChanged(state),
    replaced(state),
    runDeleted(state),
    runsNotStored(state),
  ].filter((statement) => statement !== null);
}

function engineFailure({ engine }: PageState): Statement | null {
  return engine.status !== 'failed'
    ? null
    : {
        id: 'engine-failed',
        tone: 'bad',
        title: 'The training engine did not start',
        text: `${engine.sentence} You can go on looking at the data and editing the recipe meanwhile.`,
        offers: [{ label: 'Try again', intent: { type: 'retry' } }],
      };
}

function runLost({ loss }: PageState): Statement | null {
  if (loss === null) {
    return null;
  }
  const { checkpoint } = loss;
  return {
    id: 'run-lost',
    tone: 'bad',
    title: 'Training was cut off',
    text:
      checkpoint === null
        ? `${loss.sentence} Nothing had been kept of this run yet; it can start again from its first weights.`
        : `${loss.sentence} The run was last kept at epoch ${checkpoint.epoch}, batch ${checkpoint.batch}, and can go on from there bit for bit.`,
    offers: [
      {
        label: checkpoint === null ? 'Start again' : `Go on from epoch ${checkpoint.epoch}`,
        intent: { type: 'resume' },
      },
    ],
  };
}

function refusal({ refusal: sentence }: PageState): Statement | null {
  return sentence === null
    ? null
    : {
        id: 'refused',
        tone: 'bad',
        title: 'That did not work',
        text: sentence,
        offers: [{ label: 'Dismiss', intent: { type: 'refusal-dismissed' } }],
      };
}

function ending(state: PageState): Statement | null {
  const { run } = state;
  if (run === null || state.loss !== null) {
    return null;
  }
  switch (run.latest.progress.status) {
    case 'training':
      return null;
    case 'finished':
      return finished(run);
    case 'stopped-early':
      return stoppedEarly(run);
    case 'diverged':
      return diverged(run);
  }
}

function finished(run: RunState): Statement {
  const { progress, metrics } = run.latest;
  const { leastSquares } = run.description.baselines;
  return {
    id: 'finished',
    tone: 'good',
    title: 'Training finished',
    text:
      `After ${counted(progress.epoch, 'epoch', 'epochs')} (${counted(progress.batch, 'batch', 'batches')}) the loss on ` +
      `the test rows is ${measure(metrics.test.mse)}; the exact least-squares fit has ${measure(leastSquares.test.mse)}.`,
    offers: [],
  };
}

function judgedRows(run: RunState): string {
  return run.description.rows.validation.length > 0 ? 'validation rows' : 'test rows';
}

function place(run: RunState, evaluation: Evaluation): string {
  const byEpochs = run.description.recipe.training.evaluateEvery.unit === 'epochs';
  return byEpochs ? `epoch ${evaluation.epoch}` : `batch ${evaluation.batch}`;
}

function stoppedEarly(run: RunState): Statement {
  const [before, last] = run.compared;
  const text =
    before === undefined || last === undefined
      ? ''
      : `At ${place(run, last)} the loss on the ${judgedRows(run)} was ${measure(last.loss)}, no better than ` +
        `${measure(before.loss)} at ${place(run, before)}. The parameters kept are those of ${place(run, before)}.`;
  return { id: 'stopped-early', tone: 'good', title: 'Stopped early', text, offers: [] };
}

function diverged(run: RunState): Statement {
  const { progress, best } = run.latest;
  const back = best.batch === 0 ? 'the first weights' : `epoch ${best.epoch}`;
  const half = plain(progress.learningRate / 2);
  // `batch` counts those done; the one that failed changed nothing.
  const failed = progress.batch + 1;
  return {
    id: 'diverged',
    tone: 'bad',
    title: `Training diverged at batch ${failed}`,
    text:
      `With a learning rate of ${plain(progress.learningRate)} each step overshot, the errors grew, and at batch ` +
      `${failed} a number was no longer finite. Training stopped there; the last finite parameters are kept. ` +
      'A smaller rate takes smaller steps.',
    offers: [{ label: `Go back to ${back} and halve the rate to ${half}`, intent: { type: 'recover' } }],
  };
}

function edited({ edits, run }: PageState): Statement | null {
  if (edits === null || !isEdited(edits, run)) {
    return null;
  }
  const open = openEdits(edits, run);
  const changed = new Set(open?.past.map(({ index }) => index)).size;
  const isTrainedOn = open === null || open.first.batch !== open.batch;
  return {
    id: 'edited',
    tone: 'warn',
    title: 'Edited by hand',
    text: [
      ...(changed > 0
        ? [`${counted(changed, 'number', 'numbers')} of the network ${changed === 1 ? 'is' : 'are'} not as trained.`]
        : []),
      ...(isTrainedOn ? [`Since epoch ${edits.first.epoch} this run trains from numbers changed by hand.`] : []),
      'It is no longer what the recipe alone gives; Reset starts the recipe’s own run again.',
    ].join(' '),
    offers:
      changed > 0
        ? [
            { label: 'Undo the edit', intent: { type: 'undo-edit' } },
            { label: 'Back to the trained numbers', intent: { type: 'drop-edits' } },
          ]
        : [],
  };
}

function recipeChanged(state: PageState): Statement | null {
  const drop: Offer = { label: 'Keep the old recipe', intent: { type: 'changes-dropped' } };
  if (state.recipe === null) {
    const count = state.problems.length;
    return {
      id: 'recipe-invalid',
      tone: 'warn',
      title: count === 1 ? 'The recipe has a problem' : `The recipe has ${count} problems`,
      text: `${state.problems.map(problemInWords).join(' ')} What is on the page is the last good run.`,
      offers: state.run === null ? [] : [drop],
    };
  }
  if (state.run === null || isUntouched(state.run) || !isChanged(state)) {
    return null;
  }
  return {
    id: 'recipe-changed',
    tone: 'note',
    title: 'The recipe has changed',
    text: 'A changed recipe is a new run, from its first weights. The run on the page stays as it is until you start it.',
    offers: [{ label: 'Start the new run', intent: { type: 'train' } }, drop],
  };
}

function replaced({ replaced: change }: PageState): Statement | null {
  return change === null
    ? null
    : {
        id: 'replaced',
        tone: 'note',
        title: '',
        text: change.sentence,
        offers: [{ label: 'Undo', intent: { type: 'replacement-undone' } }],
      };
}

function runDeleted({ view, runs: { deleted } }: PageState): Statement | null {
  return deleted === null || view !== 'runs'
    ? null
    : {
        id: 'run-deleted',
        tone: 'note',
        title: '',
        text: `“${deleted.run.name}” was deleted.`,
        offers: [{ label: 'Undo the deletion', intent: { type: 'run-deletion-undone' } }],
      };
}

function runsNotStored({ runs: { storage, kept } }: PageState): Statement | null {
  return storage !== 'refused' || kept.length === 0
    ? null
    : {
        id: 'runs-not-stored',
        tone: 'note',
        title: 'Runs will not outlive this page',
        text: 'This browser lets the page store nothing, so the runs you make are kept until you close or reload it.',
        offers: [{ label: 'Understood', intent: { type: 'runs-not-stored-read' } }],
      };
}
