/** What a page that embeds `<mini-factory>` can rely on: its events, its methods and the state it hands out and takes back. */
import type { MetricsBySet, RunStatus } from '../engine/types';
import type { GoalProgress } from '../state/goal/goal-state';
import type { Drawing } from '../state/inside/inside-state';
import type { ViewName } from '../state/page/address';
import type { Speed } from '../worker/protocol';
import type { PartName } from './options/options';
import type { OptionProblem } from './options/read-options';

/** Where the run stands: plain data, as it goes to other windows and learning platforms. */
export interface RunProgress {
  readonly playing: boolean;
  /** It would train, and waits until it is in sight again. */
  readonly waiting: boolean;
  /** `training` also while it rests before its end; otherwise why it ended. */
  readonly status: RunStatus;
  readonly epoch: number;
  readonly batch: number;
  /** From 0 to 1. */
  readonly fraction: number;
  readonly learningRate: number;
  /** On the rows as they are, in the target's units. */
  readonly metrics: MetricsBySet;
}

/** Everything needed to put an element back where it was; JSON, so that it can be stored anywhere. */
export interface EmbedState {
  readonly version: 1;
  readonly part: PartName;
  readonly run: RunPlace | null;
  readonly figure: FigurePlace | null;
  readonly lesson: LessonPlace | null;
}

export interface RunPlace {
  /** As in a shared link: `preset=ID` or `r=1.…`. */
  readonly link: string;
  /** Where the run stood, packed, to go on from bit for bit; null for one that is not begun. */
  readonly checkpoint: string | null;
  readonly view: ViewName;
  readonly speed: Speed;
  readonly feature: string;
  readonly drawing: Drawing;
  /** Counted from 1. */
  readonly step: number;
}

export interface FigurePlace {
  readonly name: string;
  /** As the option `values`. */
  readonly values: string;
}

export interface LessonPlace {
  readonly id: string;
  /** As the option `values`. */
  readonly values: string;
  /** The ids of the questions answered rightly. */
  readonly answered: readonly string[];
}

/** What the events carry as `detail`. All bubble, and cross shadow roots. */
export interface EmbedEvents {
  /** It is on show, its run made, and its methods can be called. */
  'minifactory-ready': { readonly part: PartName };
  /** The run has moved, at most ten times a second while it trains. */
  'minifactory-state': RunProgress;
  /** The run has come to its end, of whatever kind. */
  'minifactory-finished': RunProgress;
  /** A question of the lesson was answered rightly. */
  'minifactory-answered': {
    readonly lesson: string;
    readonly question: string;
    /** How many of the lesson's questions are answered, and how many there are. */
    readonly answered: number;
    readonly questions: number;
  };
  /** How far the goal is reached has changed. */
  'minifactory-goal': GoalProgress;
  /** Something could not be used or done; the element itself says so too. */
  'minifactory-error': { readonly problems: readonly OptionProblem[] };
}

export type EmbedEventName = keyof EmbedEvents;

/**
 * The methods. Each rejects with an Error that says in a sentence what was wrong, also where the part on show has no
 * such thing.
 */
export interface EmbedMethods {
  /** Opens a recipe: an object, its JSON, `preset=ID`, or the code of a shared link. Resolves when its run is made. */
  load(recipe: unknown): Promise<void>;
  /** Trains; out of sight it waits until it is seen. */
  run(): Promise<void>;
  pause(): Promise<void>;
  /** Back to the same first weights; a figure to its first values. */
  reset(): Promise<void>;
  getState(): Promise<EmbedState>;
  /** Takes what `getState` gave; everything in it is checked. Paused then. */
  setState(state: unknown): Promise<void>;
}
