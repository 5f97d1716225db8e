/** The engine from the .wasm file beside this module in the package. */

import type { Engine } from '../engine/engine';
import { EngineError } from '../engine/engine-error';
import { loadEngine } from '../engine/load';

async function load(): Promise<Engine> {
  const url = new URL(/* @vite-ignore */ './minifactory.wasm', import.meta.url);
  // Node's fetch does not read files.
  if (url.protocol !== 'file:') return loadEngine({ wasmUrl: url });
  return loadEngine({ wasmBinary: await readBytes(url) });
}

async function readBytes(url: URL): Promise<Uint8Array> {
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      'ENGINE_MISSING',
      `The training engine could not be read: ${reason}. Install the package again.`,
    );
  }
}

let loading: Promise<Engine> | undefined;

/** Loaded on the first call; after a failure, the next call tries again. */
export function packagedEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
