/** Faults of browsers, as scripts that are put in front of a page's or a worker's own. */

/** The engine's memory cannot grow, as in a tab that has used up what the browser grants. */
export const MEMORY_CANNOT_GROW = `
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
  };\n`;

/** The browser has WebAssembly, but nothing that was added to it after 2017. */
export const OLD_WEBASSEMBLY = `
  WebAssembly.validate = () => false;
  WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('invalid value type 0x7b'));\n`;

/** Every write to the page's storage fails, as on a full disk. */
export const STORAGE_IS_FULL = `
  const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  Storage.prototype.setItem = () => {
    throw full();
  };
  IDBObjectStore.prototype.put = () => {
    throw full();
  };\n`;

/** A recipe whose run needs more memory than the engine has at its start. */
export const LARGE_RECIPE = {
  name: 'Large',
  layers: [
    ...Array.from({ length: 7 }, () => ({ units: 256, activation: 'sigmoid' })),
    { units: 1, activation: 'linear' },
  ],
};
