/** The engine from the .wasm file beside this module in the package. */
import type { Engine } from '../engine/engine';
import { EngineError } from '../engine/engine-error';
import { compileEngine, type LoadOptions, loadEngine as loadEngineFrom, startEngine } from '../engine/load';

async function compile(): Promise<WebAssembly.Module> {
  // The build removes these comments where they would hide the file from the bundlers of other projects.
  const url = new URL(/* @vite-ignore */ './minifactory.wasm', import.meta.url);
  // Node's fetch does not read files.
  if (url.protocol !== 'file:' || !isNode()) return compileEngine({ wasmUrl: url });
  return compileEngine({ wasmBinary: await readBytes(url) });
}

function isNode(): boolean {
  return typeof process === 'object' && process.versions?.node !== undefined;
}

async function readBytes(url: URL): Promise<Uint8Array> {
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises');
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

/** Calls once; after a failure, the next call tries again. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}

/** Compiled on the first call. @internal */
export const packagedModule = once(compile);

/** Loaded on the first call. */
export const packagedEngine = once(async () => startEngine(await packagedModule()));

/**
 * The engine that comes with the package, always the same one; or a new one from the bytes or the address of the file
 * `minifactory/minifactory.wasm`. Errors: ENGINE_MISSING, ENGINE_DAMAGED, ENGINE_UNSUPPORTED.
 */
export function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  const { wasmBinary, wasmUrl } = options;
  return wasmBinary === undefined && wasmUrl === undefined ? packagedEngine() : loadEngineFrom(options);
}
