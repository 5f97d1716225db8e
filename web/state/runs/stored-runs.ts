/** The runs kept for comparison: what each holds, and which are worth keeping. */
import { recipeEquals } from '../../recipe/serialise';
import { branchOf } from './deviations';
import { isSamePoint, RUN_COLOURS, type RunResult, type StoredRun } from './stored-run';

/** The oldest goes when there is one more. */
export const MOST_RUNS = 50;
/** Runs drawn behind the live one at most: more would hide it. */
export const MOST_OVERLAID = 4;
export interface RunsState {
  /** The oldest first. */
  readonly stored: readonly StoredRun[];
  /** Runs left out of the chart. */
  readonly hidden: readonly string[];
  /** Runs drawn behind the live one; some may be gone. */
  readonly overlaid: readonly string[];
  /** The run deleted last, and where it was. */
  readonly deleted: { readonly run: StoredRun; readonly place: number } | null;
  /** `refused`: runs last as long as the page does; `refusal-read`: and that is known. */
  readonly storage: 'used' | 'refused' | 'refusal-read';
  /** A run that was cut off has been found, and nobody has said to know of it. */
  readonly news: string | null;
  /** What sets this visit's runs apart from those of all others. */
  readonly visit: string;
  /** Runs this visit has made. */
  readonly made: number;
}

export function noRuns(visit: string): RunsState {
  return { stored: [], hidden: [], overlaid: [], deleted: null, storage: 'used', news: null, visit, made: 0 };
}

/**
 * The runs with one more, unless it says nothing new: it was cut short within its first epoch, or a kept run goes the
 * same way at least as far. An unfinished run that it goes beyond makes room for it, and leaves it its name.
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

/** The runs of earlier visits before those of this one. */
export function withRecalled(runs: RunsState, recalled: readonly StoredRun[]): RunsState {
  const older = recalled.filter(({ id }) => runs.stored.every((run) => run.id !== id));
  return { ...runs, stored: [...older, ...runs.stored].slice(-MOST_RUNS) };
}

/** The runs with one that was under way when another page was closed. */
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

/** As many as may be drawn behind the live run, and no more. */
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

/** Whether `run` went the way of `other` at least as far. Training is deterministic, so the same curve is the same run. */
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

/** The colour that fewest runs have; the first of equals. */
function freeColour(stored: readonly StoredRun[]): number {
  const counts = Array.from(
    { length: RUN_COLOURS },
    (_, colour) => stored.filter((run) => run.colour === colour).length,
  );
  return counts.indexOf(Math.min(...counts));
}
