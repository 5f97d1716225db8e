/** What the engine needs of WebAssembly, and whether the browser has it. */

/** The smallest modules that use each feature, as in the npm package wasm-feature-detect. */
const FEATURES: Readonly<Record<string, readonly number[]>> = {
  SIMD: [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
  exceptions: [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11],
};

/** The first browsers that have all of it. */
const BROWSERS = 'Chrome or Edge 95, Firefox 100, Safari 16.4';

/** A sentence about what this browser lacks; null if it has everything. */
export function lackOfBrowser(): string | null {
  const lacking =
    typeof WebAssembly === 'undefined'
      ? ['WebAssembly']
      : Object.keys(FEATURES).filter((name) => !WebAssembly.validate(new Uint8Array(FEATURES[name] ?? [])));
  if (lacking.length === 0) return null;
  const what = lacking[0] === 'WebAssembly' ? 'WebAssembly' : `WebAssembly with ${lacking.join(' and ')}`;
  return `The training engine needs ${what}, which this browser or its settings do not offer. Use a newer browser (${BROWSERS}, or later), then load this page again.`;
}
