/** The list of stored runs, and which results are worth storing. */
import { recipeEquals } from '../../recipe/serialise';
import { branchOf, isSamePoint } from './deviations';
import type { RunResult, StoredRun } from './stored-run';

/** The largest number of stored runs; one more removes the oldest. */
export const MOST_RUNS = 50;
/** The largest number of overlaid runs; more would hide the live run. */
export const MOST_OVERLAID = 4;
/** The number of line colours, each with its dashes. */
export const RUN_COLOURS = 8;

export interface RunsState {
  /** The runs, oldest first. */
  readonly stored: readonly StoredRun[];
  /** Ids of the runs that the chart leaves out. */
  readonly hidden: readonly string[];
  /** Ids of the runs drawn behind the live one; some may be deleted. */
  readonly overlaid: readonly string[];
  /** The run deleted last, and its place in the list. */
  readonly deleted: { readonly run: StoredRun; readonly place: number } | null;
  /**
   * `refused`: the browser refuses storage, so runs are lost with the page; `refusal-read`: the notice about it was
   * dismissed.
   */
  readonly storage: 'used' | 'refused' | 'refusal-read';
  /** The id of a run that was interrupted, until the notice about it is dismissed. */
  readonly news: string | null;
  /** Distinguishes this visit's runs from those of all others. */
  readonly visit: string;
  /** The number of runs created in this visit. */
  readonly made: number;
}

export function noRuns(visit: string): RunsState {
  return { stored: [], hidden: [], overlaid: [], deleted: null, storage: 'used', news: null, visit, made: 0 };
}

/**
 * The list with one more result. Nothing is added if the result ended within its first epoch, or if a stored run
 * contains it. If the result extends an unfinished run, it replaces that run and keeps its name.
 */
export function withResult(runs: RunsState, result: RunResult): RunsState {
  const isShort = result.status === 'training' && result.epoch < 1;
  if (isShort || runs.stored.some((run) => covers(run, result))) {
    return runs;
  }
  const beyond = runs.stored.filter((run) => run.status !== 'training' || !covers(result, run));
  const replaced = runs.stored.find((run) => !beyond.includes(run));
  const run: StoredRun = {
    ...result,
    id: replaced?.id ?? `${runs.visit}-${runs.made}`,
    name: replaced?.name ?? nextName(runs),
    colour: replaced?.colour ?? freeColour(beyond),
    branch: branchOf(result, beyond),
  };
  return { ...runs, stored: [...beyond, run].slice(-MOST_RUNS), made: runs.made + 1 };
}

/** The runs of earlier visits come before those of this one. */
export function withRecalled(runs: RunsState, recalled: readonly StoredRun[]): RunsState {
  const older = recalled.filter(({ id }) => runs.stored.every((run) => run.id !== id));
  return { ...runs, stored: [...older, ...runs.stored].slice(-MOST_RUNS) };
}

/** The list with a run that was being trained when another page was closed. */
export function withCutOff(runs: RunsState, result: RunResult): RunsState {
  const more = withResult(runs, { ...result, cutOff: true });
  return more === runs ? runs : { ...more, news: more.stored.at(-1)?.id ?? null };
}

export function withName(runs: RunsState, id: string, name: string): RunsState {
  const trimmed = name.trim();
  return trimmed === ''
    ? runs
    : { ...runs, stored: runs.stored.map((run) => (run.id === id ? { ...run, name: trimmed } : run)) };
}

export function withShown(runs: RunsState, id: string, isShown: boolean): RunsState {
  const others = runs.hidden.filter((hidden) => hidden !== id);
  return { ...runs, hidden: isShown ? others : [...others, id] };
}

/** At most `MOST_OVERLAID` runs. */
export function withOverlaid(runs: RunsState, id: string, isOverlaid: boolean): RunsState {
  const others = runs.overlaid.filter((other) => other !== id && runs.stored.some((run) => run.id === other));
  return { ...runs, overlaid: isOverlaid ? [...others, id].slice(0, MOST_OVERLAID) : others };
}

export function withDeleted(runs: RunsState, id: string): RunsState {
  const place = runs.stored.findIndex((run) => run.id === id);
  const run = runs.stored[place];
  return run === undefined
    ? runs
    : { ...runs, stored: runs.stored.filter((each) => each !== run), deleted: { run, place } };
}

export function withDeletionUndone(runs: RunsState): RunsState {
  const { stored, deleted } = runs;
  return deleted === null
    ? runs
    : { ...runs, stored: stored.toSpliced(deleted.place, 0, deleted.run).slice(-MOST_RUNS), deleted: null };
}

/**
 * Whether `run` has the same curve as `other`, at least as far. Training is deterministic, so the same curve means the
 * same run.
 */
function covers(run: RunResult, other: RunResult): boolean {
  return (
    run.batch >= other.batch &&
    (other.status === 'training' || run.status === other.status) &&
    recipeEquals(run.recipe, other.recipe) &&
    other.curve.every((point, index) => isSamePoint(point, run.curve[index]))
  );
}

function nextName({ stored }: RunsState): string {
  const numbers = stored.map(({ name }) => Number(/^Run (\d+)$/.exec(name)?.[1] ?? 0));
  return `Run ${Math.max(0, ...numbers) + 1}`;
}

/** The colour that the fewest runs have; the first if several are equal. */
function freeColour(stored: readonly StoredRun[]): number {
  const counts = Array.from(
    { length: RUN_COLOURS },
    (_, colour) => stored.filter((run) => run.colour === colour).length,
  );
  return counts.indexOf(Math.min(...counts));
}
