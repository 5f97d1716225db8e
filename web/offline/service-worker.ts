/**
 * The service worker: stores the release it belongs to, and answers from it with or without a connection. A new
 * release waits until no page shows the old one any more, or until a reader asks for it.
 */
import { isOfSite, type Release, TAKE_OVER } from './release';
import { SiteCopy } from './site-copy';

/** The build puts it here (scripts/lib/release.mjs). */
declare const RELEASE: Release;

const worker = self as unknown as ServiceWorkerGlobalScope;
const root = worker.registration.scope;
const copy = new SiteCopy({ caches: worker.caches, fetch: worker.fetch.bind(worker), root }, RELEASE);

worker.addEventListener('install', (event) => event.waitUntil(copy.store()));

worker.addEventListener('activate', (event) => {
  // So that also the very first page gets its later files from here.
  event.waitUntil(clearAway().then(() => worker.clients.claim()));
});

worker.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' ? copy.pathOf(request.url) : null;
  if (path === null || !copy.mayHave(path)) return;
  // If the storage fails or was cleared, the server is still there.
  const found = copy.find(path).catch(() => undefined);
  event.respondWith(found.then((response) => response ?? fetch(request)));
  if (request.mode === 'navigate') event.waitUntil(clearAway());
});

/** Each page holds a lock with the name of its release. While a page is open that has no lock yet, all copies stay. */
async function clearAway(): Promise<void> {
  const { waiting, installing } = worker.registration;
  if (waiting !== null || installing !== null) return;
  const { held = [] } = await worker.navigator.locks.query();
  const names = held.map(({ name = '' }) => name).filter((name) => isOfSite(root, name));
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(root)).length > names.length) return;
  await copy.clearAway(new Set(names));
}
