/**
 * `mini-factory.js`, the script that an author adds to a page: it defines `<mini-factory>` at once. It is a classic
 * script, which any page may load from any plain server. The content is loaded with the first element on the page.
 * Pages of another origin, and sandboxed pages without an origin, cannot load its modules and workers; they get the
 * packed script, which is larger and needs no other file.
 */
import { NO_TRUSTED_TYPES, TEMPLATE_POLICY } from '../worker/policies';
import { defineElement } from './shell';

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) {
  throw new Error('Load mini-factory.js with <script src="…"></script>, without type="module".');
}
const { src } = script;
defineElement(() => loadContent(src));

/** The names in a Content-Security-Policy that have refused a part of Minifactory on this page. */
const refusedBy = new Set<string>();

async function loadContent(address: string): Promise<void> {
  const packed = new URL(PACKED_SCRIPT, address).href;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective, sample }) => {
    if (blockedURI === packed || sample === TEMPLATE_POLICY) refusedBy.add(effectiveDirective);
  });
  // Not location.origin, which names the server even in a sandbox.
  if (new URL(address).origin === self.origin) {
    try {
      await import(/* @vite-ignore */ new URL(ELEMENT_MODULE, address).href);
      return;
    } catch {
      // If the packed script cannot be loaded either, its error is reported.
    }
  }
  if ((await loadScript(packed)) && customElements.get('mf-embed') !== undefined) return;
  const sentence = whyMissing(packed);
  console.error(sentence);
  throw new Error(sentence);
}

/** Resolves to whether the script was loaded and run. */
function loadScript(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve(true));
    script.addEventListener('error', () => resolve(false));
    try {
      script.src = address;
    } catch {
      refusedBy.add('require-trusted-types-for');
      resolve(false);
    }
    document.head.append(script);
  });
}

function whyMissing(address: string): string {
  if (refusedBy.has('require-trusted-types-for') || refusedBy.has('trusted-types')) return NO_TRUSTED_TYPES;
  return refusedBy.size > 0
    ? `This page’s Content-Security-Policy refuses Minifactory’s script. Add ${new URL(address).origin} to its script-src.`
    : `Minifactory could not be loaded from ${address}. Check the connection and that the file is there, then reload the page.`;
}
