/** Every message between the page and the training worker, as types. */
import type {
  Baselines,
  Capture,
  CurvePoint,
  Evaluation,
  GradientComparison,
  MetricsBySet,
  Nudged,
  OperationShape,
  ParameterShape,
  Progress,
  Response,
  Trace,
} from '../engine/types';
import type { Recipe } from '../recipe/schema';

/** The prediction as one feature varies and the others stay at their mean over the test rows. */
export type PartialDependence = Response;

/** What stays the same while a run trains. */
export interface RunDescription {
  /** Counts up with every opened run; reports carry it, so that a late one is not taken for the new run's. */
  readonly runId: number;
  readonly recipe: Recipe;
  readonly parameters: readonly ParameterShape[];
  readonly operations: readonly OperationShape[];
  /** Row numbers of the data set, in the split's order. */
  readonly rows: { readonly training: Int32Array; readonly validation: Int32Array; readonly test: Int32Array };
  readonly baselines: Baselines;
}

/** A place in a run, by what was done up to there. */
export interface RunPoint {
  readonly epoch: number;
  readonly batch: number;
}

/** Where a run stood: enough to go on from there bit for bit, in this worker or in another one. */
export interface Checkpoint extends RunPoint {
  readonly capture: Capture;
  /** The loss curve up to here. */
  readonly curve: readonly CurvePoint[];
  /** Where parameters were set on the way here. */
  readonly edited: readonly RunPoint[];
}

/**
 * What changes: sent at most once a frame while training, and as the reply to every call that changes it. Each point
 * of the curve and each evaluation is in exactly one snapshot, a report's or a reply's, so take every one, in order.
 */
export interface Snapshot {
  readonly runId: number;
  readonly playing: boolean;
  readonly progress: Progress;
  /**
   * Points and evaluations since the last snapshot (of evaluations those the run holds); `restart` says that the earlier
   * ones no longer hold.
   */
  readonly restart: boolean;
  readonly curve: readonly CurvePoint[];
  readonly evaluations: readonly Evaluation[];
  readonly metrics: MetricsBySet;
  /** All parameters, flat; `RunDescription.parameters` says what lies where. */
  readonly parameters: Float64Array;
  /** In the order of `RunDescription.rows.test`. */
  readonly testPredictions: Float64Array;
  readonly dependence: PartialDependence;
  /** Measured over the last second of training; 0 when paused. */
  readonly batchesPerSecond: number;
  /** This very state, at most once a second while training and whenever it comes to rest; null in between. */
  readonly checkpoint: Checkpoint | null;
  /** By batch: at most 64, of 32 MB in all, spread over all that was trained, and where the run was left if it was rewound. */
  readonly checkpoints: readonly RunPoint[];
  /** Where `restoreBest` would go. */
  readonly best: RunPoint;
  /** Where parameters were set to others than training had made them. */
  readonly edited: readonly RunPoint[];
}

/** Batches a second; `null` is as fast as it goes. */
export type Speed = number | null;

export interface Calls {
  /** Makes a run from a recipe and forgets the one before; where that fails, the one before is kept. */
  open: {
    args: { recipe: Recipe; dependenceFeature: number };
    reply: { description: RunDescription; snapshot: Snapshot };
  };
  /** Replies at once, with `playing` false where there is nothing left to train. */
  play: { args: { speed: Speed }; reply: Snapshot };
  pause: { args: Record<string, never>; reply: Snapshot };
  /**
   * Trains so many batches, or to the end of the current epoch and on for `count` epochs in all, and pauses. The reply
   * comes when that is done, or when `pause`, `play`, `reset` or a restore cuts it short. Steps wait for each other.
   */
  step: { args: { count: number; unit: 'batches' | 'epochs' }; reply: Snapshot };
  /** Back to the first parameters and the learning rate of this recipe; the same seed gives the same weights. */
  reset: { args: Record<string, never>; reply: Snapshot };
  setLearningRate: { args: { learningRate: number }; reply: Snapshot };
  setDependenceFeature: { args: { feature: number }; reply: Snapshot };
  checkpoint: { args: Record<string, never>; reply: Checkpoint };
  /** Continues bit for bit from a checkpoint of the same recipe, paused. */
  restore: { args: { checkpoint: Checkpoint }; reply: Snapshot };
  /**
   * Goes back to the point with the lowest finite loss so far on the rows evaluations judge, with another learning
   * rate, paused. Points are those of the curve and the scheduled evaluations; the first one is the untrained network.
   */
  restoreBest: { args: { learningRate: number }; reply: Snapshot };
  /**
   * Goes to the latest kept point at this batch or before it, paused; the run goes on from there bit for bit. Later points stay in reach until training goes on,
   * the learning rate is changed or parameters are set; from then on it is another run.
   */
  rewind: { args: { batch: number }; reply: Snapshot };

  /**
   * Rows of the data set, or those of the next batch, through every box and back; training is left as it was.
   * `progress` says where the run stood, which while it plays no snapshot does.
   */
  trace: { args: { rows: Int32Array | 'next' }; reply: { rows: Int32Array; trace: Trace; progress: Progress } };
  /** As `Run.compareGradients`: so many elements at a time as the caller can wait for. */
  compareGradients: {
    args: { rows: Int32Array; nudged: Nudged; first: number; count: number; step: number };
    reply: GradientComparison;
  };
  /** As `Run.objectiveAround`. */
  objectiveAround: {
    args: { rows: Int32Array; nudged: Nudged; element: number; offsets: readonly number[] };
    reply: { values: Float64Array };
  };
  /** The partial dependence of another run, made from its recipe and its parameters; the open one stays as it is. */
  partialDependence: {
    args: { recipe: Recipe; parameters: Float64Array; feature: number };
    reply: { dependence: PartialDependence };
  };
  /** Puts other numbers in place of all parameters, flat, and pauses. */
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
  /** Asks for a `pong`, to know that the worker is alive. */
  | { readonly kind: 'ping' };

/** From the worker to the page. */
export type Message =
  /** The worker's first word. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'reply'; readonly id: number; readonly result: Calls[CallName]['reply'] }
  | { readonly kind: 'failure'; readonly id: number; readonly code: string; readonly sentence: string }
  | { readonly kind: 'report'; readonly snapshot: Snapshot }
  /** Training itself failed, or the engine crashed: this worker is of no more use. */
  | { readonly kind: 'fault'; readonly code: string; readonly sentence: string };
