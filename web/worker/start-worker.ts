import type { WorkerLike } from './worker-link';

/** Starts the training worker from its own script file; throws where the browser refuses workers. */
export function startTrainingWorker(): WorkerLike {
  return new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module', name: 'training' });
}
