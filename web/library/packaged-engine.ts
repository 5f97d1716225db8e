/** The engine from the .wasm file that lies beside this module in the package. */

import type { Engine } from '../engine/engine';
import { loadEngine } from '../engine/load';

async function load(): Promise<Engine> {
  const url = new URL(/* @vite-ignore */ './minifactory.wasm', import.meta.url);
  // Node's fetch does not read files.
  if (url.protocol !== 'file:') return loadEngine({ wasmUrl: url });
  const { readFile } = await import('node:fs/promises');
  return loadEngine({ wasmBinary: await readFile(url) });
}

let loading: Promise<Engine> | undefined;

/** Loaded on the first call; a load that failed is tried again on the next. */
export function packagedEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
