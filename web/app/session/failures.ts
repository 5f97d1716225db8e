/** Reports to the page that a call failed, or that the worker crashed. */
import { EngineError } from '../../engine/engine-error';
import type { Checkpoint } from '../../worker/protocol';
import type { Store } from './store';

/** A call was refused or failed. Any error that is not an EngineError is a bug and is reported as one. */
export function tellFailure(store: Store, error: unknown): void {
  if (!(error instanceof EngineError)) {
    reportError(error);
    return;
  }
  // The fault listener reports the crash of the worker.
  if (error.code === 'WORKER_DIED') return;
  const type = store.state.run === null ? 'engine-failed' : 'request-refused';
  store.dispatch({ type, sentence: error.message });
}

/** Training failed or the worker crashed; `checkpoint` is the newest one it sent. */
export function tellFault(store: Store, { code, message: sentence }: EngineError, checkpoint: Checkpoint | null): void {
  if (code !== 'WORKER_DIED') {
    store.dispatch({ type: 'request-refused', sentence });
  } else if (store.state.run === null) {
    store.dispatch({ type: 'engine-failed', sentence });
  } else {
    store.dispatch({ type: 'worker-crashed', crash: { sentence, checkpoint } });
  }
}
