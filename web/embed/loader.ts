/**
 * `mini-factory.js`, the script that an author adds to a page: it defines `<mini-factory>`. It is a classic script,
 * which any page may load from any plain server. Pages of another origin, and sandboxed pages without an origin, cannot
 * load the element's own modules and workers; they get the packed script, which is larger and needs no other file.
 */
const ELEMENT = 'mini-factory';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) void bring(script.src);
else throw new Error('Load mini-factory.js with <script src="…"></script>, without type="module".');

async function bring(address: string): Promise<void> {
  if (customElements.get(ELEMENT) !== undefined) return;
  // Not location.origin, which names the server even in a sandbox.
  if (new URL(address).origin === self.origin) {
    try {
      await import(/* @vite-ignore */ new URL(ELEMENT_MODULE, address).href);
      return;
    } catch {
      // If the packed script cannot be loaded either, its error is reported.
    }
  }
  loadPacked(new URL(PACKED_SCRIPT, address).href);
}

function loadPacked(address: string): void {
  // The script may be on the page more than once.
  if ([...document.scripts].some(({ src }) => src === address)) return;
  const packed = document.createElement('script');
  packed.src = address;
  packed.addEventListener('error', () => sayMissing(address));
  document.head.append(packed);
}

/** Reports to people and to scripts that the elements could not be loaded. */
function sayMissing(address: string): void {
  const sentence = `Minifactory could not be loaded from ${address}. Check the connection and that the file is there, then reload the page.`;
  console.error(sentence);
  for (const element of document.querySelectorAll(ELEMENT)) {
    element.textContent = sentence;
    const detail = { problems: [{ option: 'part', sentence }] };
    element.dispatchEvent(new CustomEvent('minifactory-error', { detail, bubbles: true, composed: true }));
  }
}
