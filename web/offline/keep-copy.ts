/** Makes the browser keep a copy of the site, and notices newer releases. */
import { Throttle } from '../charts/drawing/throttle';
import { copyStore } from './copy-state';
import { nameOf, PAGE, TAKE_OVER } from './release';
import './offline-note';
import './update-offer';

/**
 * Milliseconds between two checks for a newer release while a page stays open; the browser itself checks when one is
 * opened.
 */
const INTERVAL = 3_600_000;

/**
 * Does nothing if there can be no copy: for a page that is not a built release, in a frame (its host decides about
 * that), or in a browser that refuses. The page then works without a copy.
 */
export async function keepCopy(): Promise<void> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '';
  if (version === '' || window.top !== window) return;
  let registration: ServiceWorkerRegistration;
  try {
    // Not from the browser's cache, because a server may allow it to keep the script for a year.
    registration = await navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
  } catch {
    return;
  }
  const name = nameOf(registration.scope, version);
  void navigator.locks.request(name, { mode: 'shared' }, () => new Promise<void>(() => {})).catch(() => {});
  document.body.append(document.createElement('mf-update-offer'));
  new CopyKeeper(registration, name).start();
}

class CopyKeeper {
  readonly #registration: ServiceWorkerRegistration;
  readonly #name: string;
  /** Another page has started a newer release since this page was opened. */
  #isOvertaken = false;

  constructor(registration: ServiceWorkerRegistration, name: string) {
    this.#registration = registration;
    this.#name = name;
  }

  start(): void {
    let hadWorker = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      this.#isOvertaken = hadWorker;
      hadWorker = true;
      void this.#look();
    });
    this.#registration.addEventListener('updatefound', () => {
      this.#registration.installing?.addEventListener('statechange', () => void this.#look());
    });
    this.#registration.installing?.addEventListener('statechange', () => void this.#look());
    const update = new Throttle(INTERVAL, () => void this.#registration.update().catch(() => {}));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') update.request();
    });
    void this.#look();
  }

  async #look(): Promise<void> {
    const { active, waiting } = this.#registration;
    if (active === null) return;
    let isStored: boolean;
    try {
      isStored = await this.#isWhole(this.#name);
      if (!isStored && !(await this.#isWhole())) {
        // The files that the worker answers from were deleted. Without the worker, the next visit stores everything
        // again.
        await this.#registration.unregister();
        return;
      }
    } catch {
      // The browser does not let the page read the storage.
      return;
    }
    // If a page is not stored although it has a worker, the server has a newer release since it was loaded. Otherwise
    // it was loaded past the copy and is itself the newer one.
    const isOutdated = !isStored && navigator.serviceWorker.controller !== null;
    const hasNewer = waiting !== null || this.#isOvertaken || isOutdated;
    copyStore.set({ isStored, useNewer: hasNewer ? () => this.#useNewer() : null });
  }

  /** Whether a release, or any release, is completely stored. Rejects if storage is refused. */
  async #isWhole(cacheName?: string): Promise<boolean> {
    const page = new URL(PAGE, this.#registration.scope);
    return (await caches.match(page, cacheName === undefined ? {} : { cacheName })) !== undefined;
  }

  #useNewer(): void {
    const { waiting } = this.#registration;
    if (waiting === null) {
      location.reload();
      return;
    }
    waiting.addEventListener('statechange', () => {
      // It is redundant if an even newer one has come in between, which then takes over.
      if (waiting.state === 'activated' || waiting.state === 'redundant') location.reload();
    });
    waiting.postMessage(TAKE_OVER);
  }
}
