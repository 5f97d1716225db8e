import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lackOfBrowser } from '../../web/engine/browser-support';
import { compileEngine } from '../../web/engine/load';

/** A WebAssembly that accepts only the modules of this check, and compiles nothing. */
function offer(accepts: (bytes: Uint8Array) => boolean): void {
  vi.stubGlobal('WebAssembly', {
    validate: accepts,
    compile: () => Promise.reject(new Error('invalid value type 0x7b')),
  });
  onTestFinished(() => void vi.unstubAllGlobals());
}

/** Only the module with SIMD has a value of this type. */
const hasVector = (bytes: Uint8Array) => bytes.includes(123);

describe('a browser', () => {
  it('of today lacks nothing', () => {
    expect(lackOfBrowser()).toBeNull();
  });

  it.each([
    ['SIMD', 'WebAssembly with SIMD,', (bytes: Uint8Array) => !hasVector(bytes)],
    ['exceptions', 'WebAssembly with exceptions,', hasVector],
    ['both', 'WebAssembly with SIMD and exceptions,', () => false],
  ] as const)('without %s is told what the engine needs', async (_, words, accepts) => {
    offer(accepts);
    await expect(compileEngine({ wasmBinary: new Uint8Array() })).rejects.toMatchObject({
      code: 'ENGINE_UNSUPPORTED',
      message: expect.stringContaining(words),
    });
  });

  it('without WebAssembly is told so', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    await expect(compileEngine({ wasmBinary: new Uint8Array() })).rejects.toMatchObject({
      code: 'ENGINE_UNSUPPORTED',
      message: expect.stringContaining('needs WebAssembly, which'),
    });
  });
});
