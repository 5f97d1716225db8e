/** Where the engine's bytes come from: a file of their own. In the packed script `web/packed/engine-file.ts` stands here. */
import wasmUrl from 'minifactory-wasm.wasm?url';
import type { LoadOptions } from './load';

export function engineFile(): LoadOptions {
  return { wasmUrl };
}
