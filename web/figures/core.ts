/** The core's functions on the page's main thread, for figures that follow the pointer; loaded once, on first use. */
import type { Engine } from '../engine/engine';
import { engineFile } from '../engine/engine-file';
import { loadEngine } from '../engine/load';

let loading: Promise<Engine> | null = null;

/** Rejects with an EngineError if the engine cannot be loaded; the next call tries again. */
export function core(): Promise<Engine> {
  loading ??= loadEngine(engineFile()).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
