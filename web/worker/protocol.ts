/** The types of all messages between the page and the training worker. */
import type {
  Baselines,
  Capture,
  CurvePoint,
  Evaluation,
  GradientComparison,
  LossBySet,
  MetricsBySet,
  Nudged,
  OperationShape,
  ParameterShape,
  Progress,
  Response,
  Trace,
} from '../engine/types';
import type { Recipe } from '../recipe/schema';

/** The prediction while one feature varies and the others stay at their mean over the test rows. */
export type PartialDependence = Response;

/** The properties of a run that do not change during training. */
export interface RunDescription {
  /** The number of the opened run. Reports contain it, so that a late report is not assigned to the new run. */
  readonly runId: number;
  readonly recipe: Recipe;
  readonly parameters: readonly ParameterShape[];
  readonly operations: readonly OperationShape[];
  /** Row numbers of the data set, in the split's order. */
  readonly rows: { readonly training: Int32Array; readonly validation: Int32Array; readonly test: Int32Array };
  readonly baselines: Baselines;
}

/** A point in a run, given by the epochs and batches done. */
export interface RunPoint {
  readonly epoch: number;
  readonly batch: number;
}

/** A point in a run that can be restored, to the same bits, in this worker or in another one. */
export interface Checkpoint extends RunPoint {
  readonly capture: Capture;
  /** The loss curve up to here. */
  readonly curve: readonly CurvePoint[];
  /** Where parameters were set by hand up to here. */
  readonly edited: readonly RunPoint[];
}

/**
 * The state that changes during training. Sent at most once a frame, and as the reply to every call that changes the
 * run. Each point of the curve and each evaluation is in exactly one snapshot, a report or a reply, so apply every one,
 * in order.
 */
export interface Snapshot {
  readonly runId: number;
  readonly playing: boolean;
  readonly progress: Progress;
  /**
   * Points and evaluations since the last snapshot (only evaluations that the run still stores). `restart`: the earlier
   * ones are no longer valid.
   */
  readonly restart: boolean;
  readonly curve: readonly CurvePoint[];
  readonly evaluations: readonly Evaluation[];
  readonly loss: LossBySet;
  readonly metrics: MetricsBySet;
  /** All parameters, flat, laid out by `RunDescription.parameters`. */
  readonly parameters: Float64Array;
  /** In the order of `RunDescription.rows.test`. */
  readonly testPredictions: Float64Array;
  readonly dependence: PartialDependence;
  /**
   * The batches of the latest training at unlimited speed and the engine's milliseconds for them; null if something
   * else was done since.
   */
  readonly sprint: Sprint | null;
  /** Measured over the last second of training; 0 when paused. */
  readonly batchesPerSecond: number;
  /**
   * A checkpoint of exactly this state, at most once a second while training and whenever training stops; otherwise
   * null.
   */
  readonly checkpoint: Checkpoint | null;
  /**
   * The batches to which the run can be rewound: at most 64 checkpoints of 32 MB in all, spread over the whole run, and
   * the point from which the run was rewound.
   */
  readonly checkpoints: readonly RunPoint[];
  /** The point to which `restoreBest` would go. */
  readonly best: RunPoint;
  /** Where parameters were set by hand. */
  readonly edited: readonly RunPoint[];
}

export interface Sprint {
  readonly batches: number;
  readonly milliseconds: number;
}

/** Batches a second; `null` for unlimited speed. */
export type Speed = number | null;

export interface Calls {
  /** Creates a run from a recipe and replaces the previous one. If that fails, the previous run stays. */
  open: {
    args: { recipe: Recipe; dependenceFeature: number };
    reply: { description: RunDescription; snapshot: Snapshot };
  };
  /** Replies at once; `playing` is false if there is nothing left to train. */
  play: { args: { speed: Speed }; reply: Snapshot };
  pause: { args: Record<string, never>; reply: Snapshot };
  /**
   * Trains `count` batches, or to the end of the current epoch and on for `count` epochs in all, and pauses. The reply
   * comes when that is done, or when `pause`, `play`, `reset` or a restore ends it early. Steps wait for each other.
   */
  step: { args: { count: number; unit: 'batches' | 'epochs' }; reply: Snapshot };
  /** Goes back to the first parameters and the recipe's learning rate. The same seed gives the same weights. */
  reset: { args: Record<string, never>; reply: Snapshot };
  setLearningRate: { args: { learningRate: number }; reply: Snapshot };
  setDependenceFeature: { args: { feature: number }; reply: Snapshot };
  checkpoint: { args: Record<string, never>; reply: Checkpoint };
  /** Restores a checkpoint of the same recipe, to the same bits, paused. */
  restore: { args: { checkpoint: Checkpoint }; reply: Snapshot };
  /**
   * Goes back to the point with the lowest finite loss so far on the rows that evaluations judge, and sets another
   * learning rate, paused. Points are those of the curve and the scheduled evaluations; the first is the untrained
   * network.
   */
  restoreBest: { args: { learningRate: number }; reply: Snapshot };
  /**
   * Restores the latest checkpoint at this batch or before it, to the same bits, paused. Later checkpoints can be
   * restored until training continues, the learning rate changes or parameters are set; after that it is a different
   * run.
   */
  rewind: { args: { batch: number }; reply: Snapshot };

  /**
   * Traces rows of the data set, or those of the next batch, through every operation and back; training is not
   * affected. `progress` is the point of the run, because there is no snapshot of it while playing.
   */
  trace: { args: { rows: Int32Array | 'next' }; reply: { rows: Int32Array; trace: Trace; progress: Progress } };
  /** As `Run.compareGradients`: as many elements at a time as the caller can wait for. */
  compareGradients: {
    args: { rows: Int32Array; nudged: Nudged; first: number; count: number; step: number };
    reply: GradientComparison;
  };
  /** As `Run.objectiveAround`. */
  objectiveAround: {
    args: { rows: Int32Array; nudged: Nudged; element: number; offsets: readonly number[] };
    reply: { values: Float64Array };
  };
  /** The partial dependence of another run, created from its recipe and parameters; the open run is not affected. */
  partialDependence: {
    args: { recipe: Recipe; parameters: Float64Array; feature: number };
    reply: { dependence: PartialDependence };
  };
  /** Replaces all parameters, flat, and pauses. */
  setParameters: { args: { parameters: Float64Array }; reply: Snapshot };
}

export type CallName = keyof Calls;

export interface CallMessage<Name extends CallName = CallName> {
  readonly kind: 'call';
  readonly id: number;
  readonly call: Name;
  readonly args: Calls[Name]['args'];
}

/** From the page to the worker. */
export type Request =
  | CallMessage
  /** A report has arrived; the next one may be sent. */
  | { readonly kind: 'acknowledge'; readonly runId: number }
  /** Asks for a `pong`, to check that the worker is alive. */
  | { readonly kind: 'ping' };

/** From the worker to the page. */
export type Message =
  /** The worker's first message. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'reply'; readonly id: number; readonly result: Calls[CallName]['reply'] }
  | { readonly kind: 'failure'; readonly id: number; readonly code: string; readonly sentence: string }
  | { readonly kind: 'report'; readonly snapshot: Snapshot }
  /** Training failed or the engine crashed. This worker can no longer be used. */
  | { readonly kind: 'fault'; readonly code: string; readonly sentence: string };
