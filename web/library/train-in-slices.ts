/** Training on the current thread, with pauses in which the thread can do other work. */
import type { Dataset } from '../datasets/dataset';
import type { Engine } from '../engine/engine';
import type { CurvePoint, Progress } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import { HeadlessRun, type Trained } from './train-to-end';

/** The longest time between two pauses, in milliseconds; a page that draws 60 frames a second has 16 for each. */
const SLICE = 8;

export interface TrainProgress extends Progress {
  /** The latest point of the loss curve. */
  readonly latest: CurvePoint;
}

export interface Watch {
  /** Called after each new point of the loss curve: before training, at the ends of epochs, and at the end. */
  readonly onProgress?: ((progress: TrainProgress) => void) | undefined;
  /** Training stops soon after it is aborted, and the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Trains a checked recipe until it ends. Rejects with the engine's EngineError if data and recipe do not fit. */
export async function trainInSlices(
  engine: Engine,
  recipe: Recipe,
  dataset: Dataset,
  { onProgress, signal }: Watch = {},
): Promise<Trained> {
  signal?.throwIfAborted();
  const run = new HeadlessRun(engine, recipe, dataset);
  try {
    let reported: CurvePoint | undefined;
    const report = () => {
      if (run.latest === reported) return;
      reported = run.latest;
      onProgress?.({ ...run.progress, latest: run.latest });
    };
    report();
    let end = performance.now() + SLICE;
    while (run.isTraining) {
      run.step();
      report();
      if (performance.now() >= end) {
        await pause();
        end = performance.now() + SLICE;
      }
      // `onProgress` may abort, too.
      signal?.throwIfAborted();
    }
    return run.trained();
  } finally {
    run.dispose();
  }
}

/** Resolves once the events that wait now have been handled. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    // A timer of 0 would wait for 4 ms, and for a second in a hidden tab.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
