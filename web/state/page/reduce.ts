/** How each event changes the page's state. Pure: the same state and event always give the same state. */

import type { Snapshot } from '../../worker/protocol';
import { checkOfNewRun } from '../check/check-state';
import { editsAfterSnapshot } from '../check/edits';
import { columnNames } from '../data/columns';
import { goalSet, withGoalFollowed } from '../goal/goal-state';
import { atStep } from '../inside/inside-state';
import { withFeature, withLayerAdded, withLayerMoved, withLayerRemoved, withValue } from '../recipe/draft';
import { withOpened, withOpeningUndone, withRunBack, withRunLeft } from '../recipe/opened';
import {
  checked,
  withDraft,
  withDraftReplaced,
  withPreset,
  withReplacementUndone,
  withRunReopened,
  withTextApplied,
} from '../recipe/recipe-state';
import { isSameRunAgain, withOpenedRun, withRunSnapshot } from '../run/run-events';
import { withDependence } from '../runs/overlay';
import {
  withCutOff,
  withDeleted,
  withDeletionUndone,
  withName,
  withOverlaid,
  withRecalled,
  withShown,
} from '../runs/stored-runs';
import type { PageEvent } from './events';
import type { PageState } from './page-state';
import { withPicture } from './pictures';

export function reduce(state: PageState, event: PageEvent): PageState {
  const next = reduced(state, event);
  // A goal that is set later is not reached by earlier training.
  return next.run === state.run ? next : withGoalFollowed(next);
}

function reduced(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'host-changed':
      return { ...state, host: event.host };
    case 'view-chosen':
      return { ...state, view: event.view };
    case 'theme-chosen':
      return { ...state, theme: event.theme };
    case 'speed-chosen':
      return { ...state, speed: event.speed };
    case 'loss-scale-chosen':
      return { ...state, lossScale: event.scale };
    case 'dependence-feature-chosen':
      return { ...state, dependenceFeature: event.name };
    case 'picture-chosen':
      return { ...state, pictures: withPicture(state.pictures, event.slot, event.picture) };
    case 'column-chosen':
      return { ...state, column: event.name };

    case 'field-edited':
      return withDraft(state, withValue(state.draft, event.path, event.value));
    case 'feature-switched':
      return withDraft(state, withFeature(state.draft, columnNames(state.draft), event.name, event.on));
    case 'layer-added':
      return withDraft(state, withLayerAdded(state.draft, event.index));
    case 'layer-removed':
      return withDraftReplaced(
        state,
        withLayerRemoved(state.draft, event.index),
        `Layer ${event.index + 1} was removed.`,
      );
    case 'layer-moved':
      return withDraft(state, withLayerMoved(state.draft, event.from, event.to));
    case 'preset-chosen':
      return withPreset(state, event.id);
    case 'replacement-undone':
      return withReplacementUndone(state);
    case 'changes-dropped':
      return state.run === null
        ? state
        : withDraftReplaced(state, state.run.description.recipe, 'The recipe of the run was restored.');

    case 'recipe-given':
      return {
        ...state,
        ...checked(event.recipe, event.recipe),
        replaced: null,
        text: null,
        textProblems: [],
        opened: null,
        unopened: null,
      };

    case 'recipe-extended':
      return withDraft(state, event.recipe);

    case 'shared-opened':
      return withOpened(state, event.shared, event.from, event.checkpoint, event.goal);
    case 'run-left':
      return withRunLeft(state, event.checkpoint);
    case 'opening-undone':
      return withOpeningUndone(state);
    case 'opening-accepted':
      return { ...state, opened: null };
    case 'opening-refused':
      return { ...state, unopened: event.sentence };
    case 'opening-refusal-read':
      return { ...state, unopened: null };
    case 'goal-put-away':
      return { ...state, goal: null, goalPutAway: state.goal };
    case 'goal-taken-up':
      return { ...state, goal: state.goalPutAway, goalPutAway: null };
    case 'goal-put-away-read':
      return { ...state, goalPutAway: null };
    case 'goal-set':
      return {
        ...state,
        goalPutAway: null,
        goal: event.goal === null ? null : goalSet(event.goal, event.setFor),
      };
    case 'start-page-chosen':
      return { ...state, startPage: event.page, isWelcomed: true };
    case 'sharing-changed':
      return { ...state, sharing: event.sharing };

    case 'text-edited':
      return { ...state, text: event.text, textProblems: [] };
    case 'text-applied':
      return withTextApplied(state);
    case 'text-dropped':
      return { ...state, text: null, textProblems: [] };

    case 'run-opening':
      return { ...state, engine: { status: 'starting' }, refusal: null };
    case 'run-opened':
      return {
        ...withOpenedRun(state, event.description, event.snapshot),
        edits: isSameRunAgain(state, event.description) ? editsAfterSnapshot(state.edits, event.snapshot) : null,
        check: checkOfNewRun(state.check, state.run?.description.recipe, event.description.recipe),
      };
    case 'run-put-back':
      return withRunBack(state, event.before, event.description, event.snapshot);
    case 'snapshot-arrived':
      return withSnapshotArrived(state, event.snapshot);
    case 'pending-changed':
      return { ...state, pending: { ...state.pending, ...event.changes } };
    case 'parameters-edited':
      return { ...withSnapshotArrived(state, event.snapshot), edits: event.edits };
    case 'check-changed':
      return { ...state, check: { ...state.check, ...event.changes } };
    case 'engine-failed':
      return { ...state, engine: { status: 'failed', sentence: event.sentence } };
    case 'request-refused':
      // If there is a run, its engine is still loaded.
      return {
        ...state,
        engine: state.run === null ? state.engine : { status: 'ready' },
        refusal: event.sentence,
      };
    case 'refusal-dismissed':
      return { ...state, refusal: null };
    case 'worker-crashed':
      return { ...state, engine: { status: 'ready' }, crash: event.crash };

    case 'runs-recalled':
      return { ...state, runs: withRecalled(state.runs, event.runs) };
    case 'run-cut-off':
      return { ...state, runs: withCutOff(state.runs, event.result) };
    case 'run-news-read':
      return { ...state, runs: { ...state.runs, news: null } };
    case 'runs-not-stored':
      return { ...state, runs: { ...state.runs, storage: 'refused' } };
    case 'runs-not-stored-read':
      return { ...state, runs: { ...state.runs, storage: 'refusal-read' } };
    case 'run-renamed':
      return { ...state, runs: withName(state.runs, event.id, event.name) };
    case 'run-shown':
      return { ...state, runs: withShown(state.runs, event.id, event.shown) };
    case 'run-overlaid':
      return { ...state, runs: withOverlaid(state.runs, event.id, event.overlaid) };
    case 'dependence-arrived':
      return { ...state, dependences: withDependence(state, event.recalled) };
    case 'run-deleted':
      return { ...state, runs: withDeleted(state.runs, event.id) };
    case 'run-deletion-undone':
      return { ...state, runs: withDeletionUndone(state.runs) };
    case 'run-reopened':
      return withRunReopened(state, event.id);
    case 'drawing-chosen':
      return { ...state, inside: { ...state.inside, drawing: event.drawing } };
    case 'pass-source-chosen':
      return { ...state, inside: { ...state.inside, source: event.source, step: 0, element: null } };
    case 'pass-step-chosen':
      return { ...state, inside: atStep(state.inside, event.step) };
    case 'element-chosen':
      return { ...state, inside: { ...state.inside, element: event.element } };
    case 'updated-parameter-chosen':
      return { ...state, inside: { ...state.inside, updated: event.updated, element: null } };
    case 'explain-changed':
      return { ...state, explain: { ...state.explain, ...event.changes } };
    case 'pass-outdated':
      return { ...state, inside: { ...state.inside, isStale: true } };
    case 'pass-arrived':
      return { ...state, inside: { ...state.inside, pass: event.pass, isStale: false } };
  }
}

function withSnapshotArrived(state: PageState, snapshot: Snapshot): PageState {
  if (snapshot.runId !== state.run?.description.runId) return withRunSnapshot(state, snapshot);
  return { ...withRunSnapshot(state, snapshot), edits: editsAfterSnapshot(state.edits, snapshot) };
}
