/** The engine's bytes come from their own file. In the packed script, `web/packed/engine-file.ts` replaces this one. */
import wasmUrl from 'minifactory-wasm.wasm?url';
import type { LoadOptions } from './load';

export function engineFile(): LoadOptions {
  return { wasmUrl };
}
