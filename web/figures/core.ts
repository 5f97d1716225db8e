/** The core's functions on the page itself, for figures that follow a finger: loaded once, when the first one asks. */
import type { Engine } from '../engine/engine';
import { engineFile } from '../engine/engine-file';
import { loadEngine } from '../engine/load';

let loading: Promise<Engine> | null = null;

/** Rejects with an EngineError where the engine cannot be loaded; the next call then tries again. */
export function core(): Promise<Engine> {
  loading ??= loadEngine(engineFile()).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
