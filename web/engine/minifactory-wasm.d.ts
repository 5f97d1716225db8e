/** The module that Emscripten writes; see wasm/bindings. */
declare module 'minifactory-wasm' {
  export interface WasmModule {
    /** All calls, by name. */
    callNames(): readonly string[];
    /** One call, by its index among the names. */
    call(place: number, args: readonly unknown[]): { result: unknown } | { code: string; sentence: string };
  }
  interface Options {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
    onAbort(reason: unknown): void;
  }
  export default function createModule(options: Options): Promise<WasmModule>;
}
