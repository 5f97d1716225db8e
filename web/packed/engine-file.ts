/** Replaces `web/engine/engine-file.ts` in the packed script, which contains the engine's bytes as text. */
import base64 from 'virtual:packed-engine';
import type { LoadOptions } from '../engine/load';

export function engineFile(): LoadOptions {
  return { wasmBinary: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
}
