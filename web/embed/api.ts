/** The public interface of `<mini-factory>`: its events, its methods, and the state that it returns and restores. */
import type { LossBySet, MetricsBySet, RunStatus } from '../engine/types';
import type { ParameterRows, PredictedRow } from '../export/results';
import type { Recipe } from '../recipe/schema';
import type { GoalProgress } from '../state/goal/goal-state';
import type { Drawing } from '../state/inside/inside-state';
import type { ViewName } from '../state/page/address';
import type { PlaySpeed } from '../state/run/pace';
import type { OptionName, PartName } from './options/options';
import type { OptionProblem } from './options/read-options';

/** The progress of the run: plain data, as it is sent to other windows and learning platforms. */
export interface RunProgress {
  readonly playing: boolean;
  /** Training was requested, and waits until the element is visible again. */
  readonly waiting: boolean;
  /** `training` also while it is paused before its end; otherwise why it ended. */
  readonly status: RunStatus;
  readonly epoch: number;
  readonly batch: number;
  /** From 0 to 1. */
  readonly fraction: number;
  readonly learningRate: number;
  /** The recipe's loss. */
  readonly loss: LossBySet;
  /** In the target's units. */
  readonly metrics: MetricsBySet;
}

/** Everything needed to restore an element; JSON, so that it can be stored anywhere. */
export interface EmbedState {
  readonly version: 1;
  readonly part: PartName;
  readonly run: RunPlace | null;
  readonly figure: FigurePlace | null;
  readonly lesson: LessonPlace | null;
}

/** What a grader needs of a run: plain data. JSON writes null for a number that is not finite, after a divergence. */
export interface EmbedResult {
  readonly version: 1;
  /** With every default filled in. */
  readonly recipe: Recipe;
  readonly progress: RunProgress;
  /** Whether parameters were set by hand or by a link instead of trained. */
  readonly edited: boolean;
  /** `W1`, `B1`, `W2`, …, counted from the first layer: the shape and the rows of each. */
  readonly parameters: Readonly<Record<string, ParameterRows>>;
  /** For the test rows, in the split's order. */
  readonly predictions: readonly PredictedRow[];
}

export interface RunPlace {
  /** As in a shared link: `preset=ID` or `r=1.…`. */
  readonly link: string;
  /** A packed checkpoint of the run, from which it continues to the same bits; null if it has not begun. */
  readonly checkpoint: string | null;
  readonly view: ViewName;
  readonly speed: PlaySpeed;
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
  /** The ids of the questions that were answered correctly. */
  readonly answered: readonly string[];
}

/** What the events carry as `detail`. All bubble, and cross shadow roots. */
export interface EmbedEvents {
  /** It is shown, its run exists, and its methods can be called. */
  'minifactory-ready': { readonly part: PartName };
  /** The run has changed; at most ten times a second while it trains. */
  'minifactory-state': RunProgress;
  /** The run has ended, for any reason. */
  'minifactory-finished': RunProgress;
  /** A question of the lesson was answered correctly. */
  'minifactory-answered': {
    readonly lesson: string;
    readonly question: string;
    /** The number of answered questions of the lesson, and of all its questions. */
    readonly answered: number;
    readonly questions: number;
  };
  /** The progress towards the goal has changed. */
  'minifactory-goal': GoalProgress;
  /** An option could not be used or a request failed. The element also shows it. */
  'minifactory-error': { readonly problems: readonly OptionProblem[] };
}

export type EmbedEventName = keyof EmbedEvents;

/** `<mini-factory>`: its options are attributes and properties of the same names; the part is only an attribute. */
export interface MiniFactoryElement extends HTMLElement, EmbedMethods, Record<Exclude<OptionName, 'part'>, unknown> {
  /** All options as after the `#` of embed.html, instead of the attributes; null for those. */
  fragment: string | null;
  /** The address of the whole site, which links lead to; by default the one that the script is from. */
  site: string | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'mini-factory': MiniFactoryElement;
  }
  interface HTMLElementEventMap extends CustomEvents {}
}

type CustomEvents = { [Name in EmbedEventName]: CustomEvent<EmbedEvents[Name]> };

/**
 * The methods. Each rejects with an Error whose message is a sentence, also if the current part does not support it.
 */
export interface EmbedMethods {
  /**
   * Opens a recipe: an object, its JSON, `preset=ID`, or the code of a shared link. Resolves when its run is created.
   */
  load(recipe: unknown): Promise<void>;
  /** Trains. While the element is not visible, training waits. */
  run(): Promise<void>;
  pause(): Promise<void>;
  /** Goes back to the same first weights, or to the first values of a figure. */
  reset(): Promise<void>;
  getState(): Promise<EmbedState>;
  /** The recipe, the progress, all parameters and the predictions for the test rows; for graders. Training goes on. */
  getResult(): Promise<EmbedResult>;
  /** Restores a state from `getState`, paused. Everything in it is checked. */
  setState(state: unknown): Promise<void>;
}
