import { watchPolicy, workerError } from './policies';
import type { WorkerLike } from './worker-link';
import { WorkerPool } from './worker-pool';

let pool: WorkerPool | null = null;

/**
 * A training worker: one for each client or, after `shareWorker`, one for all. Throws if the browser refuses workers.
 */
export function startTrainingWorker(): WorkerLike {
  return pool === null ? startOwnWorker() : pool.connect();
}

/** From now on all clients of this page train in one worker, with one engine. */
export function shareWorker(): void {
  pool ??= new WorkerPool(startOwnWorker);
}

/** From its own script file. */
function startOwnWorker(): Worker {
  watchPolicy();
  try {
    return new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module', name: 'training' });
  } catch (error) {
    throw workerError(error);
  }
}
