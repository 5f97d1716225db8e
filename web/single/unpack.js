// Written into the single file unchanged, in old JavaScript that also old browsers understand.
document.addEventListener('DOMContentLoaded', () => {
  const packed = /** @type {HTMLElement} */ (document.getElementById('packed'));
  const status = /** @type {HTMLElement} */ (document.querySelector('.fallback'));

  if (typeof DecompressionStream === 'undefined' || typeof WebAssembly === 'undefined') {
    status.textContent =
      'This browser is too old for Minifactory. A Chrome, Edge, Firefox or Safari of 2024 or later can open it.';
    return;
  }

  const unpacked = async () => {
    const bytes = Uint8Array.from(atob(packed.textContent), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).text();
  };

  /** @param {string} text */
  const run = (text) => {
    const script = document.createElement('script');
    script.textContent = text;
    document.head.append(script);
    script.remove();
    packed.remove();
  };

  unpacked().then(run, () => {
    status.textContent =
      'This file is damaged: a part of it is missing or was changed. Copy or download the whole file again.';
  });
});
