/** Has the browser keep a copy of the site, and notices when there is a newer one. */
import { Throttle } from '../charts/throttle';
import { copyStore } from './copy-state';
import { nameOf, TAKE_OVER } from './release';
import './offline-note';
import './update-offer';

/** Milliseconds between two looks for a newer release while a page stays open; a browser itself looks when one is opened. */
const INTERVAL = 3_600_000;

/**
 * Does nothing where there can be no copy: a page that is no built release, in a frame (what lies in one is its host's
 * business), or in a browser that refuses; the page then works as one without.
 */
export async function keepCopy(): Promise<void> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '';
  if (version === '' || window.top !== window) return;
  let registration: ServiceWorkerRegistration;
  try {
    // Neither from the browser's cache: a server may allow it to keep the script for a year.
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
  /** Since the page was opened, another page has started a newer release. */
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
    const isStored = await caches.has(this.#name);
    // Not stored, though something is: the page came from a server that has moved on since, or had not yet.
    const hasNewer = waiting !== null || this.#isOvertaken || !isStored;
    copyStore.set({ isStored, useNewer: hasNewer ? () => this.#useNewer() : null });
  }

  #useNewer(): void {
    const { waiting } = this.#registration;
    if (waiting === null) {
      location.reload();
      return;
    }
    waiting.addEventListener('statechange', () => {
      // Redundant where a still newer one has come in between; that one is in charge then.
      if (waiting.state === 'activated' || waiting.state === 'redundant') location.reload();
    });
    waiting.postMessage(TAKE_OVER);
  }
}
