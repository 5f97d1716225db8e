/** Loads the WebAssembly file, compiles it and returns an engine. */
import createModule, { type WasmModule } from 'minifactory-wasm';
import { lackOfBrowser } from './browser-support';
import type { Caller } from './core-calls';
import { Engine } from './engine';
import { EngineError } from './engine-error';

export interface LoadOptions {
  /** The bytes of the .wasm file, if the caller has them (Node, tests, inlined pages) … */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
  /** … or the address to fetch them from. */
  readonly wasmUrl?: string | URL;
}

/**
 * Errors: ENGINE_MISSING if the file cannot be fetched, ENGINE_DAMAGED if it is not a whole WebAssembly module,
 * ENGINE_UNSUPPORTED if the browser lacks something that it needs.
 */
export async function loadEngine(options: LoadOptions): Promise<Engine> {
  return startEngine(await compileEngine(options));
}

/** The first half of `loadEngine`. Threads can send each other the compiled module. @internal */
export async function compileEngine(options: LoadOptions): Promise<WebAssembly.Module> {
  return compile(options.wasmBinary ?? (await fetchBytes(options.wasmUrl)));
}

/** The second half of `loadEngine`. @internal */
export async function startEngine(compiled: WebAssembly.Module): Promise<Engine> {
  return new Engine(callerOf(await start(compiled)));
}

async function fetchBytes(url: string | URL | undefined): Promise<ArrayBuffer> {
  if (url === undefined) throw new EngineError('ENGINE_MISSING', 'Neither the engine file nor its address was given.');
  const name = String(url).split('/').pop();
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    // Fetches the whole file, not a stream, because streaming requires the MIME type application/wasm.
    return await response.arrayBuffer();
  } catch (error) {
    throw new EngineError(
      'ENGINE_MISSING',
      `The training engine (${name}) could not be loaded: ${reason(error)}. Check the connection and that the file is in the same folder as the page, then try again.`,
    );
  }
}

async function compile(bytes: ArrayBuffer | Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as BufferSource);
  } catch (error) {
    throw damaged(error);
  }
}

function start(compiled: WebAssembly.Module): Promise<WasmModule> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(damaged(error));
    const options = {
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(compiled, imports).then(receive).catch(fail);
        return {};
      },
      onAbort: fail,
    };
    createModule(options).then(resolve, fail);
  });
}

function damaged(error: unknown): EngineError {
  const lack = lackOfBrowser();
  if (lack !== null) return new EngineError('ENGINE_UNSUPPORTED', lack);
  return new EngineError(
    'ENGINE_DAMAGED',
    `The training engine was loaded but could not be started: ${reason(error)}. The file may be incomplete or changed; load it again.`,
  );
}

function callerOf(module: WasmModule): Caller {
  const places = new Map(module.callNames().map((name, place) => [name, place]));
  return (name, args) => {
    const place = places.get(name);
    if (place === undefined) throw new EngineError('UNKNOWN_NAME', `The engine has no call “${name}”.`);
    const reply = crashAsError(() => module.call(place, args));
    if ('code' in reply) throw new EngineError(reply.code, reply.sentence);
    return reply.result;
  };
}

/** Turns a trap inside WebAssembly into an EngineError. */
function crashAsError<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new EngineError('ENGINE_FAILED', `The training engine failed: ${reason(error)}.`);
  }
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
