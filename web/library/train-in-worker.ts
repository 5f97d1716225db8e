/** Training in a worker of its own, so that the page stays responsive. */
import type { Dataset } from '../datasets/dataset';
import { EngineError } from '../engine/engine-error';
import type { Recipe } from '../recipe/schema';
import type { TrainProgress, Watch } from './train-in-slices';
import type { Trained } from './train-to-end';

/** The one message to the worker. */
export interface TrainJob {
  readonly compiled: WebAssembly.Module;
  readonly recipe: Recipe;
  readonly dataset: Dataset;
}

/** The messages from the worker; the last one is `trained` or `failed`. */
export type TrainReport =
  | { readonly type: 'started' }
  | { readonly type: 'progress'; readonly progress: TrainProgress }
  | { readonly type: 'trained'; readonly trained: Trained }
  | { readonly type: 'failed'; readonly code: string | null; readonly sentence: string };

/**
 * Like `trainInSlices`. Resolves to null if the worker cannot start: its file is not there, as after some bundlers, or
 * the page does not allow workers.
 */
export async function trainInWorker(job: TrainJob, { onProgress, signal }: Watch): Promise<Trained | null> {
  signal?.throwIfAborted();
  const worker = startWorker(job);
  if (worker === null) return null;
  const done = new AbortController();
  const training = new Promise<Trained | null>((resolve, reject) => {
    let hasStarted = false;
    worker.onmessage = ({ data: report }: MessageEvent<TrainReport>) => {
      switch (report.type) {
        case 'started':
          hasStarted = true;
          break;
        case 'progress':
          try {
            onProgress?.(report.progress);
          } catch (error) {
            reject(error);
          }
          break;
        case 'trained':
          resolve(report.trained);
          break;
        case 'failed':
          reject(report.code === null ? new Error(report.sentence) : new EngineError(report.code, report.sentence));
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (hasStarted) reject(new EngineError('ENGINE_FAILED', `The training worker failed: ${event.message}.`));
      else resolve(null);
    };
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: done.signal });
  });
  return training.finally(() => {
    done.abort();
    worker.terminate();
  });
}

function startWorker(job: TrainJob): Worker | null {
  try {
    // In this form, in which the package is also published, bundlers find the worker's file.
    const worker = new Worker(new URL(/* @vite-ignore */ './train-worker.js', import.meta.url), { type: 'module' });
    worker.postMessage(job);
    return worker;
  } catch {
    return null;
  }
}
