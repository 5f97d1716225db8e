/** The kept runs drawn behind the live one, and their answers to the feature whose dependence is drawn. */

import type { Recipe } from '../../recipe/schema';
import type { PartialDependence } from '../../worker/protocol';
import type { RunState } from '../run/run-state';
import type { StoredRun } from './stored-run';
import type { RunsState } from './stored-runs';

/** What the network of a kept run answers as one feature moves. */
export interface StoredDependence {
  /** The run's id, and the parameters that answered: a run may have been trained further since. */
  readonly run: string;
  readonly parameters: Float64Array;
  readonly featureName: string;
  readonly dependence: PartialDependence;
}

export interface OverlaidDependence {
  readonly run: StoredRun;
  readonly dependence: PartialDependence;
}

/** A question to the network of a kept run. */
export interface DependenceRequest {
  readonly run: string;
  readonly recipe: Recipe;
  readonly parameters: Float64Array;
  readonly featureName: string;
}

/** What of the page's state is drawn behind the live run. */
export interface OverlayState {
  readonly run: RunState | null;
  readonly runs: RunsState;
  readonly dependences: readonly StoredDependence[];
}

/** Runs that predict the same can share an axis. */
export function canOverlay(run: StoredRun, live: Recipe): boolean {
  return run.recipe.data.target === live.data.target;
}

/** Whether losses on the test rows are losses on the same rows. */
export function hasSameRows({ data, split }: Recipe, other: Recipe): boolean {
  return data.source === other.data.source && JSON.stringify(split) === JSON.stringify(other.split);
}

/** In the order they were kept. */
export function overlaidRuns({ run, runs }: Pick<OverlayState, 'run' | 'runs'>): readonly StoredRun[] {
  return run === null
    ? []
    : runs.stored.filter((each) => runs.overlaid.includes(each.id) && canOverlay(each, run.description.recipe));
}

/** The dependences there are of the overlaid runs, to the feature on show. */
export function overlaidDependences(state: OverlayState): readonly OverlaidDependence[] {
  return overlaidRuns(state).flatMap((run) => {
    const known = knownDependence(state, run);
    return known === undefined ? [] : [{ run, dependence: known.dependence }];
  });
}

/** The dependences that are wanted and not there yet; none of a network that does not look at the feature. */
export function dependenceRequests(state: OverlayState): readonly DependenceRequest[] {
  const featureName = shownFeature(state);
  return overlaidRuns(state).flatMap((run) => {
    const { id, recipe, parameters } = run;
    const isOpen = parameters !== null && knownDependence(state, run) === undefined;
    return isOpen && recipe.data.features.includes(featureName) ? [{ run: id, recipe, parameters, featureName }] : [];
  });
}

/** The dependences with one more; those of runs no longer overlaid, and of other features, are forgotten. */
export function withDependence(state: OverlayState, recalled: StoredDependence): readonly StoredDependence[] {
  const stillWanted = overlaidRuns(state).flatMap((run) => knownDependence(state, run) ?? []);
  return [...stillWanted.filter(({ run }) => run !== recalled.run), recalled];
}

function knownDependence(state: OverlayState, { id, parameters }: StoredRun): StoredDependence | undefined {
  const featureName = shownFeature(state);
  return state.dependences.find(
    (each) => each.run === id && each.parameters === parameters && each.featureName === featureName,
  );
}

/** The one the live run answers to at the moment. */
function shownFeature({ run }: Pick<OverlayState, 'run'>): string {
  return run?.description.recipe.data.features[run.latest.dependence.feature] ?? '';
}
