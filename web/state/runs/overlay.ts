/** The stored runs drawn behind the live one, and their partial dependence on the chosen feature. */

import type { Recipe } from '../../recipe/schema';
import type { PartialDependence } from '../../worker/protocol';
import type { RunState } from '../run/run-state';
import type { StoredRun } from './stored-run';
import type { RunsState } from './stored-runs';

/** The partial dependence of a stored run on one feature. */
export interface StoredDependence {
  /** The run's id, and the parameters used: the run may have been trained further since. */
  readonly run: string;
  readonly parameters: Float64Array;
  readonly featureName: string;
  readonly dependence: PartialDependence;
}

export interface OverlaidDependence {
  readonly run: StoredRun;
  readonly dependence: PartialDependence;
}

/** A request for the partial dependence of a stored run. */
export interface DependenceRequest {
  readonly run: string;
  readonly recipe: Recipe;
  readonly parameters: Float64Array;
  readonly featureName: string;
}

/** The part of the page's state that determines what is drawn behind the live run. */
export interface OverlayState {
  readonly run: RunState | null;
  readonly runs: RunsState;
  readonly dependences: readonly StoredDependence[];
}

/** Whether both runs predict the same target, so that they can share an axis. */
export function canOverlay(run: StoredRun, live: Recipe): boolean {
  return run.recipe.data.target === live.data.target;
}

/** Whether both recipes have the same test rows. */
export function hasSameRows({ data, split }: Recipe, other: Recipe): boolean {
  return data.source === other.data.source && JSON.stringify(split) === JSON.stringify(other.split);
}

/** In the order of the list of stored runs. */
export function overlaidRuns({ run, runs }: Pick<OverlayState, 'run' | 'runs'>): readonly StoredRun[] {
  return run === null
    ? []
    : runs.stored.filter((each) => runs.overlaid.includes(each.id) && canOverlay(each, run.description.recipe));
}

/** The partial dependences that are known of the overlaid runs, on the chosen feature. */
export function overlaidDependences(state: OverlayState): readonly OverlaidDependence[] {
  return overlaidRuns(state).flatMap((run) => {
    const known = knownDependence(state, run);
    return known === undefined ? [] : [{ run, dependence: known.dependence }];
  });
}

/** The partial dependences that are needed and not known yet; none for a network without the feature. */
export function dependenceRequests(state: OverlayState): readonly DependenceRequest[] {
  const featureName = shownFeature(state);
  return overlaidRuns(state).flatMap((run) => {
    const { id, recipe, parameters } = run;
    const isOpen = parameters !== null && knownDependence(state, run) === undefined;
    return isOpen && recipe.data.features.includes(featureName) ? [{ run: id, recipe, parameters, featureName }] : [];
  });
}

/**
 * The known partial dependences with one more, without those of other features or of runs that are no longer overlaid.
 */
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

/** The feature of the live run's partial dependence. */
function shownFeature({ run }: Pick<OverlayState, 'run'>): string {
  return run?.description.recipe.data.features[run.latest.dependence.feature] ?? '';
}
