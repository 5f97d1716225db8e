/** The core's functions on the page itself, for figures that follow a finger: loaded once, when the first one asks. */
import wasmUrl from 'minifactory-wasm.wasm?url';
import type { Engine } from '../engine/engine';
import { loadEngine } from '../engine/load';

let loading: Promise<Engine> | null = null;

/** Rejects with an EngineError where the engine cannot be loaded; the next call then tries again. */
export function core(): Promise<Engine> {
  loading ??= loadEngine({ wasmUrl }).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
