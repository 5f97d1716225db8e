/** Stands in for `web/engine/engine-file.ts` in the packed script, which brings the engine's bytes along as text. */
import base64 from 'virtual:packed-engine';
import type { LoadOptions } from '../engine/load';

export function engineFile(): LoadOptions {
  return { wasmBinary: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
}
