/**
 * `mini-factory.js`, the script that an author adds to a page: it defines `<mini-factory>` at once. It is a classic
 * script, which any page may load from any plain server. The content is loaded with the first element on the page.
 * Pages of another origin, and sandboxed pages without an origin, cannot load its modules and workers; they get the
 * packed script, which is larger and needs no other file.
 */
import { NO_TRUSTED_TYPES, templateRefusal, watchPolicy } from '../worker/policies';
import { CONTENT, defineElement } from './shell';

const NOT_STARTED = 'Minifactory was loaded, but did not start. The console of the browser says why.';

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) {
  throw new Error('Load mini-factory.js with <script src="…"></script>, without type="module".');
}
const { src } = script;
defineElement(() => loadContent(src));

async function loadContent(address: string): Promise<void> {
  watchPolicy();
  // Not location.origin, which names the server even in a sandbox.
  if (new URL(address).origin === self.origin) {
    try {
      await import(/* @vite-ignore */ new URL(ELEMENT_MODULE, address).href);
      return;
    } catch {
      // If the packed script cannot be loaded either, its error is reported.
    }
  }
  const problem = await loadScript(new URL(PACKED_SCRIPT, address).href);
  if (problem === null && customElements.get(CONTENT) !== undefined) return;
  const sentence = (await templateRefusal()) ?? problem ?? NOT_STARTED;
  console.error(sentence);
  throw new Error(sentence);
}

/** Resolves when the script was loaded and run, to null; otherwise to a sentence. */
function loadScript(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const end = (sentence: string | null) => {
      document.removeEventListener('securitypolicyviolation', onViolation);
      resolve(sentence);
    };
    const onViolation = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
      if (blockedURI === address && disposition === 'enforce') end(forbidden(address));
    };
    document.addEventListener('securitypolicyviolation', onViolation);
    script.addEventListener('load', () => end(null));
    // The browser may report a violation only after this.
    script.addEventListener('error', () => setTimeout(() => end(missing(address))));
    try {
      script.src = address;
    } catch {
      end(NO_TRUSTED_TYPES);
    }
    document.head.append(script);
  });
}

function forbidden(address: string): string {
  return `The Content-Security-Policy of this page refuses Minifactory’s script. Add ${new URL(address).origin} to script-src in the policy.`;
}

function missing(address: string): string {
  return `Minifactory could not be loaded from ${address}. Check the connection and that the file is there, then reload the page.`;
}
