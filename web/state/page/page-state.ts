/** The whole state of the page. */
import type { Problem } from '../../recipe/parse';
import type { Recipe } from '../../recipe/schema';
import type { Checkpoint } from '../../worker/protocol';
import type { CheckState } from '../check/check-state';
import type { Edits, ParameterEdit } from '../check/edits';
import type { GoalState } from '../goal/goal-state';
import type { ExplainState } from '../inside/explain';
import type { InsideState } from '../inside/inside-state';
import type { Draft } from '../recipe/draft';
import type { PlaySpeed } from '../run/pace';
import type { RunState } from '../run/run-state';
import type { StoredDependence } from '../runs/overlay';
import type { RunResult } from '../runs/stored-run';
import type { RunsState } from '../runs/stored-runs';
import type { ViewName } from './address';
import type { HostContext } from './host-context';
import type { ChosenPictures } from './pictures';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The three cards of the first visit, or all presets and exercises. */
export type StartPage = 'cards' | 'gallery';

/** `starting`: the engine is being loaded or a run created; `failed`: this failed, and needs a retry. */
export type Engine =
  | { readonly status: 'starting' | 'ready' }
  | { readonly status: 'failed'; readonly sentence: string };

/** The worker crashed while it had a run. */
export interface Crash {
  readonly sentence: string;
  /** Epoch and batch of the newest checkpoint; null if there is none to continue from. */
  readonly checkpoint: { readonly epoch: number; readonly batch: number } | null;
}

/** The draft that an edit replaced, so that the edit can be undone. */
export interface Replaced {
  readonly draft: Draft;
  readonly origin: Recipe | null;
  /** What happened, as a sentence. */
  readonly sentence: string;
}

export interface PageState {
  readonly host: HostContext;
  readonly view: ViewName;
  readonly theme: Theme;
  readonly speed: PlaySpeed;

  readonly draft: Draft;
  /** The checked draft: a recipe, or null and the problems in it. */
  readonly recipe: Recipe | null;
  readonly problems: readonly Problem[];
  /** The recipe from a link, a file or a kept run that the draft was made from, under whose name it goes. */
  readonly origin: Recipe | null;
  readonly replaced: Replaced | null;
  /** The run before the current one, until it is restored or discarded. */
  readonly opened: Opened | null;
  /** Why something from outside was not opened, as sentences; null once that was read. */
  readonly unopened: string | null;
  /** The recipe as text while it is edited by hand; null while it follows the draft. */
  readonly text: string | null;
  readonly textProblems: readonly Problem[];

  readonly engine: Engine;
  readonly run: RunState | null;
  /** The run that was trained before the current one. */
  readonly before: RunResult | null;
  readonly crash: Crash | null;
  readonly goal: GoalState | null;
  /** The goal that was removed last, until that is undone or accepted. */
  readonly goalPutAway: GoalState | null;
  readonly runs: RunsState;
  /** Of the stored runs drawn behind the live one. */
  readonly dependences: readonly StoredDependence[];
  /** Why the engine refused a request, as a sentence. */
  readonly refusal: string | null;

  /** Parameters of this run changed by hand. */
  readonly edits: Edits | null;
  readonly pending: Pending;
  readonly check: CheckState;

  readonly pictures: ChosenPictures;
  readonly lossScale: 'log' | 'linear';
  /** The column whose partial dependence is drawn, and the one the data view shows. */
  readonly dependenceFeature: string;
  readonly column: string;

  readonly inside: InsideState;
  readonly explain: ExplainState;
  /** What the start dialog shows; null while it is closed. */
  readonly startPage: StartPage | null;
  /** The person has seen the start dialog, in this visit or an earlier one. */
  readonly isWelcomed: boolean;
  /** The share dialog is open. */
  readonly sharing: boolean;
}

export interface Pending {
  /** The batch the run is about to be rewound to. */
  readonly rewind: number | null;
  readonly edit: ParameterEdit | null;
}

export const NOTHING_PENDING: Pending = { rewind: null, edit: null };

export type Before = Pick<
  PageState,
  'draft' | 'origin' | 'text' | 'textProblems' | 'run' | 'edits' | 'goal' | 'goalPutAway'
>;

/** A run that was replaced by another one, so that it can be restored. */
export interface Opened {
  /** `changed`: by an edit of its recipe; `opened`: by a recipe from outside. */
  readonly cause: 'changed' | 'opened';
  /** What happened, as sentences; empty after an edit, because the changes describe it. */
  readonly words: string;
  readonly before: Before;
  /** The checkpoint of the previous run; null if there was none. */
  readonly checkpoint: Checkpoint | null;
}
