/** What the Content-Security-Policy of a page refuses to Minifactory, as sentences. */

/** The Trusted Types policy of Lit, which writes all templates. */
const TEMPLATES = 'lit-html';

export const NO_TRUSTED_TYPES =
  'The Content-Security-Policy of this page requires Trusted Types, with which Minifactory cannot start. Remove require-trusted-types-for and trusted-types from it. A page that needs them can show Minifactory in a frame, which has a policy of its own.';

let isWatched = false;
let hasRefusedTemplates = false;
let refusedWorker: string | null = null;

/** Notes from now on what is refused. Does nothing where there is no page. */
export function watchPolicy(): void {
  if (isWatched || typeof document === 'undefined') return;
  isWatched = true;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, disposition }) => {
    if (disposition === 'report') return;
    if (effectiveDirective === 'trusted-types' && sample === TEMPLATES) hasRefusedTemplates = true;
    if (effectiveDirective === 'worker-src') refusedWorker = blockedURI;
  });
}

/** Resolves to why templates were refused; to null if they were not. */
export async function templateRefusal(): Promise<string | null> {
  // The code that needs them fails first; the browser reports the refusal after it.
  await new Promise((resolve) => setTimeout(resolve));
  return hasRefusedTemplates ? NO_TRUSTED_TYPES : null;
}

/** Why a worker was refused; null if none was. */
export function workerRefusal(): string | null {
  if (refusedWorker === null) return null;
  const source = URL.canParse(refusedWorker) ? new URL(refusedWorker).origin : 'blob:';
  return `The Content-Security-Policy of this page does not let Minifactory start its worker, so nothing can be trained. Add ${source} to worker-src in the policy.`;
}

/** The policy of the page refuses something; the message is a whole sentence. */
export class PolicyError extends Error {}

/** As the error of a refused `new Worker(…)`. Its address is valid, so a TypeError is about its type. */
export function workerError(error: unknown): unknown {
  return error instanceof TypeError && 'trustedTypes' in globalThis ? new PolicyError(NO_TRUSTED_TYPES) : error;
}
