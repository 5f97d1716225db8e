import type { FrameWorkerLike } from './frame-workers';

/** The worker of all frames of this origin, from the same script file; null if the browser has no shared workers. */
export const startFrameWorker: ((generation: number) => FrameWorkerLike) | null =
  typeof SharedWorker === 'undefined'
    ? null
    : (generation) =>
        new SharedWorker(new URL('./training.worker.ts', import.meta.url), {
          type: 'module',
          name: `training ${generation}`,
        });
