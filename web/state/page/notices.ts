/** The notices of the page about its run and its recipe, computed from the state each time. */
import { isEdited, openEdits } from '../check/edits';
import { problemInWords } from '../recipe/recipe-state';
import { beforeNotice } from '../run/before';
import { ending } from '../run/ending';
import { counted, whole } from './format';
import type { Notice, NoticeAction } from './notice';
import type { PageState } from './page-state';

/** A notice about how the run ended. The training view shows it beside the errors. */
export function isAboutOutcome({ id }: Notice): boolean {
  return id === 'finished' || id === 'stopped-early' || id === 'before';
}

/** All current notices, the most urgent first. */
export function notices(state: PageState): readonly Notice[] {
  return [
    engineFailure(state),
    workerCrashed(state),
    refusal(state),
    unopened(state),
    beforeNotice(state),
    ending(state),
    edited(state),
    recipeInvalid(state),
    opened(state),
    replaced(state),
    goalPutAway(state),
    runDeleted(state),
    runCutOff(state),
    runsNotStored(state),
  ].filter((notice) => notice !== null);
}

function engineFailure({ engine }: PageState): Notice | null {
  return engine.status !== 'failed'
    ? null
    : {
        id: 'engine-failed',
        tone: 'bad',
        title: 'The training engine did not start',
        text: `${engine.sentence} You can still look at the data and edit the recipe.`,
        actions: [{ label: 'Try again', intent: { type: 'retry' } }],
      };
}

function workerCrashed({ crash }: PageState): Notice | null {
  if (crash === null) {
    return null;
  }
  const { checkpoint } = crash;
  return {
    id: 'worker-crashed',
    tone: 'bad',
    title: 'Training was interrupted',
    text:
      checkpoint === null
        ? `${crash.sentence} Nothing of this run was stored yet. It can start again from its first weights.`
        : `${crash.sentence} The run was last stored at epoch ${checkpoint.epoch}, batch ${checkpoint.batch}. It can continue from there and gives the same numbers, bit for bit.`,
    actions: [
      {
        label: checkpoint === null ? 'Start again' : `Continue from epoch ${checkpoint.epoch}`,
        intent: { type: 'resume' },
      },
    ],
  };
}

function refusal({ refusal: sentence }: PageState): Notice | null {
  return sentence === null
    ? null
    : {
        id: 'refused',
        tone: 'bad',
        title: 'That did not work',
        text: sentence,
        actions: [{ label: 'Dismiss', intent: { type: 'refusal-dismissed' } }],
      };
}

function edited({ edits, run }: PageState): Notice | null {
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
        ? [
            `${counted(changed, 'number', 'numbers')} of the network ${changed === 1 ? 'is' : 'are'} different from the trained values.`,
          ]
        : []),
      ...(isTrainedOn
        ? [`Since epoch ${edits.first.epoch}, this run has been training with numbers changed by hand.`]
        : []),
      'Training the recipe alone gives different numbers. Reset starts the recipe’s own run again.',
    ].join(' '),
    actions:
      changed > 0
        ? [
            { label: 'Undo the edit', intent: { type: 'undo-edit' } },
            { label: 'Restore the trained values', intent: { type: 'drop-edits' } },
          ]
        : [],
  };
}

function recipeInvalid(state: PageState): Notice | null {
  if (state.recipe !== null) {
    return null;
  }
  const count = state.problems.length;
  const drop: NoticeAction = { label: 'Restore the recipe of the run', intent: { type: 'changes-dropped' } };
  return {
    id: 'recipe-invalid',
    tone: 'warn',
    title: count === 1 ? 'The recipe has a problem' : `The recipe has ${count} problems`,
    text: `${state.problems.map(problemInWords).join(' ')} The page still shows the last valid run.`,
    actions: state.run === null ? [] : [drop],
  };
}

function unopened({ unopened: sentence }: PageState): Notice | null {
  return sentence === null
    ? null
    : {
        id: 'unopened',
        tone: 'bad',
        title: 'That could not be opened',
        text: `${sentence} Nothing on the page has changed.`,
        actions: [{ label: 'Dismiss', intent: { type: 'opening-refusal-read' } }],
      };
}

function opened({ opened: what }: PageState): Notice | null {
  return what?.cause !== 'opened'
    ? null
    : {
        id: 'opened',
        tone: 'note',
        title: '',
        text: what.words,
        actions: [
          { label: 'Undo', intent: { type: 'undo-opening' } },
          { label: 'Keep', intent: { type: 'opening-accepted' } },
        ],
      };
}

function replaced({ replaced: change }: PageState): Notice | null {
  return change === null
    ? null
    : {
        id: 'replaced',
        tone: 'note',
        title: '',
        text: change.sentence,
        actions: [{ label: 'Undo', intent: { type: 'replacement-undone' } }],
      };
}

function goalPutAway({ goalPutAway: goal }: PageState): Notice | null {
  return goal === null
    ? null
    : {
        id: 'goal-put-away',
        tone: 'note',
        title: '',
        text: 'The goal was removed.',
        actions: [
          { label: 'Undo', intent: { type: 'goal-taken-up' } },
          { label: 'Dismiss', intent: { type: 'goal-put-away-read' } },
        ],
      };
}

function runDeleted({ view, runs: { deleted } }: PageState): Notice | null {
  return deleted === null || view !== 'runs'
    ? null
    : {
        id: 'run-deleted',
        tone: 'note',
        title: '',
        text: `“${deleted.run.name}” was deleted.`,
        actions: [{ label: 'Undo the deletion', intent: { type: 'run-deletion-undone' } }],
      };
}

function runCutOff({ runs: { news, stored } }: PageState): Notice | null {
  const run = stored.find(({ id }) => id === news);
  return run === undefined
    ? null
    : {
        id: 'run-cut-off',
        tone: 'note',
        title: '',
        text: `“${run.name}” was still training when the page was closed. It was stored up to epoch ${whole(run.epoch)}, batch ${whole(run.batch)}.`,
        actions: [{ label: 'Understood', intent: { type: 'run-news-read' } }],
      };
}

function runsNotStored({ runs: { storage, stored } }: PageState): Notice | null {
  return storage !== 'refused' || stored.length === 0
    ? null
    : {
        id: 'runs-not-stored',
        tone: 'note',
        title: 'Runs are not stored',
        text: 'This browser does not let the page store anything. Your runs are lost when you close or reload the page.',
        actions: [{ label: 'Understood', intent: { type: 'runs-not-stored-read' } }],
      };
}
