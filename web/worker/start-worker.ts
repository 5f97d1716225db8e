import { FrameWorkers } from './frame-workers';
import { watchPolicy, workerError } from './policies';
import { startFrameWorker } from './start-frame-worker';
import type { WorkerLike } from './worker-link';
import { WorkerPool } from './worker-pool';

let shared: { connect(): WorkerLike } | null = null;

/**
 * A training worker: one for each client or, after `shareWorker`, one for all. Throws if the browser refuses workers.
 */
export function startTrainingWorker(): WorkerLike {
  return shared === null ? startOwnWorker() : shared.connect();
}

/**
 * From now on all clients of this page train in one worker, with one engine. In a frame, it is also the worker of the
 * other frames of this origin, if the browser allows that.
 */
export function shareWorker(): void {
  if (shared !== null) return;
  const pool = new WorkerPool(startOwnWorker);
  shared = pool;
  if (parent === window || startFrameWorker === null) return;
  const frameWorkers = new FrameWorkers(startFrameWorker, () => pool.connect());
  window.addEventListener('pagehide', ({ persisted }) => {
    if (!persisted) frameWorkers.leave();
  });
  shared = frameWorkers;
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
