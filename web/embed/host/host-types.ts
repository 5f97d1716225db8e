/** The public interface of `minifactory-host.js`, for pages that frame `embed.html`. */

/** The progress of a run. */
export interface MinifactoryProgress {
  readonly playing: boolean;
  /** Training was requested, and waits until the frame is visible again. */
  readonly waiting: boolean;
  /** `training` also while it is paused before its end; otherwise why it ended. */
  readonly status: 'training' | 'finished' | 'stopped-early' | 'diverged';
  readonly epoch: number;
  readonly batch: number;
  /** From 0 to 1. */
  readonly fraction: number;
  readonly learningRate: number;
  /** The recipe's loss; `validation` is null if the split has no such rows. */
  readonly loss: { readonly training: number; readonly validation: number | null; readonly test: number };
  /** In the target's units. */
  readonly metrics: {
    readonly training: MinifactoryMetrics;
    readonly validation: MinifactoryMetrics | null;
    readonly test: MinifactoryMetrics;
  };
}

export interface MinifactoryMetrics {
  readonly rows: number;
  /** The mean of the target over these rows. */
  readonly targetMean: number;
  readonly mae: number;
  readonly mse: number;
  readonly rmse: number;
  /** `rmse` divided by `targetMean`. */
  readonly relativeRmse: number;
  readonly r2: number;
}

/** What a grader needs of a run. JSON writes null for a number that is not finite, after a divergence. */
export interface MinifactoryResult {
  readonly version: 1;
  /** With every default filled in; described by recipe.schema.json. */
  readonly recipe: object;
  readonly progress: MinifactoryProgress;
  /** Whether parameters were set by hand or by a link instead of trained. */
  readonly edited: boolean;
  /** `W1`, `B1`, `W2`, …, counted from the first layer: rows and columns, and the rows. */
  readonly parameters: Readonly<
    Record<string, { readonly shape: readonly [number, number]; readonly values: readonly (readonly number[])[] }>
  >;
  /** For the test rows: the row of the data set, counted from 0, and the target in its unit. */
  readonly predictions: readonly { readonly row: number; readonly actual: number; readonly predicted: number }[];
}

/** The events of an embed, by type. */
export interface MinifactoryNews {
  readonly ready: { readonly part: string };
  readonly state: MinifactoryProgress;
  readonly finished: MinifactoryProgress;
  readonly answered: {
    readonly lesson: string;
    readonly question: string;
    readonly answered: number;
    readonly questions: number;
  };
  readonly goal: {
    readonly goal: string;
    readonly reached: boolean;
    readonly met: number;
    readonly conditions: number;
  };
  readonly error: { readonly problems: readonly { readonly option: string; readonly sentence: string }[] };
}

/** One embed. Each request rejects with an Error whose message is a sentence. */
export interface MinifactoryEmbed {
  /** A recipe as an object or as JSON, `preset=ID`, or the code of a shared link. */
  load(recipe: unknown): Promise<void>;
  run(): Promise<void>;
  pause(): Promise<void>;
  reset(): Promise<void>;
  /** Plain data that can be stored and passed to `setState` later. */
  getState(): Promise<unknown>;
  setState(state: unknown): Promise<void>;
  /** The recipe, the progress, all parameters and the predictions for the test rows. Training goes on. */
  getResult(): Promise<MinifactoryResult>;
  /** Returns a function that stops listening. */
  on<Type extends keyof MinifactoryNews>(type: Type, listener: (detail: MinifactoryNews[Type]) => void): () => void;
  /** Disconnects. Requests that are not answered yet reject. */
  disconnect(): void;
}

export interface MinifactoryHost {
  /**
   * Resolves once the embed answers; rejects if it does not answer within 30 seconds. @param frame an iframe that shows
   * `embed.html`
   */
  connect(frame: HTMLIFrameElement): Promise<MinifactoryEmbed>;
}

declare global {
  var Minifactory: MinifactoryHost;
}
