/** Every message between the page and the training worker, as types. */
import type {
  Baselines,
  Capture,
  CurvePoint,
  Evaluation,
  MetricsBySet,
  OperationShape,
  ParameterShape,
  Progress,
  Response,
} from '../engine/types';
import type { Recipe } from '../recipe/schema';

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

/** What changes: sent at most once a frame while training, and as the reply to every call that changes it. */
export interface Snapshot {
  readonly runId: number;
  readonly playing: boolean;
  readonly progress: Progress;
  /** Points and evaluations since the last snapshot; `restart` says that the earlier ones no longer hold. */
  readonly restart: boolean;
  readonly curve: readonly CurvePoint[];
  readonly evaluations: readonly Evaluation[];
  readonly metrics: MetricsBySet;
  /** All parameters, flat; `RunDescription.parameters` says what lies where. */
  readonly parameters: Float64Array;
  /** In the order of `RunDescription.rows.test`. */
  readonly testPredictions: Float64Array;
  readonly response: Response;
  /** Measured over the last second of training; 0 when paused. */
  readonly batchesPerSecond: number;
}

/** Batches a second; `null` is as fast as it goes. */
export type Speed = number | null;

export interface Calls {
  /** Makes a run from a recipe and forgets the one before. */
  open: {
    args: { recipe: Recipe; responseFeature: number };
    reply: { description: RunDescription; snapshot: Snapshot };
  };
  play: { args: { speed: Speed }; reply: Snapshot };
  pause: { args: Record<string, never>; reply: Snapshot };
  /** Trains so many batches, or to the end of the current epoch, and pauses. */
  step: { args: { count: number; unit: 'batches' | 'epochs' }; reply: Snapshot };
  /** Back to the first parameters of this recipe; the same seed gives the same weights. */
  reset: { args: Record<string, never>; reply: Snapshot };
  setLearningRate: { args: { learningRate: number }; reply: Snapshot };
  setResponseFeature: { args: { feature: number }; reply: Snapshot };
  capture: { args: Record<string, never>; reply: { capture: Capture } };
  /** Continues bit for bit from a capture of the same recipe. */
  restore: { args: { capture: Capture }; reply: Snapshot };
  /** Goes back to the evaluated point with the lowest loss so far, with another learning rate. */
  restoreBest: { args: { learningRate: number }; reply: Snapshot };
}

export type CallName = keyof Calls;

export type Request = {
  [Name in CallName]: { readonly id: number; readonly call: Name; readonly args: Calls[Name]['args'] };
}[CallName];

export type Message =
  | { readonly kind: 'reply'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly code: string; readonly sentence: string }
  | { readonly kind: 'report'; readonly snapshot: Snapshot }
  /** Training itself failed while no call was waiting. */
  | { readonly kind: 'fault'; readonly code: string; readonly sentence: string };
