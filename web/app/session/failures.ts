/** What the page is told when a call fails, or the worker itself. */
import { EngineError } from '../../engine/engine-error';
import type { Checkpoint } from '../../worker/protocol';
import type { Store } from './store';

/** Of a call that was refused or could not be carried out; what is no error of the engine's is a bug, and reported as one. */
export function tellFailure(store: Store, error: unknown): void {
  if (!(error instanceof EngineError)) {
    reportError(error);
    return;
  }
  // Of a death the fault listener tells.
  if (error.code === 'WORKER_DIED') return;
  const type = store.state.run === null ? 'engine-failed' : 'request-refused';
  store.dispatch({ type, sentence: error.message });
}

/** Of training that failed, or a worker that died; `checkpoint` is the last that came from it. */
export function tellFault(store: Store, { code, message: sentence }: EngineError, checkpoint: Checkpoint | null): void {
  if (code !== 'WORKER_DIED') {
    store.dispatch({ type: 'request-refused', sentence });
  } else if (store.state.run === null) {
    store.dispatch({ type: 'engine-failed', sentence });
  } else {
    store.dispatch({ type: 'worker-crashed', crash: { sentence, checkpoint } });
  }
}
