/**
 * `embed.js`: fills embed.html with the element that its address describes, and connects it to the page that frames it.
 */
import { wearTheme } from '../app/theme';
import type { Intent } from '../state/page/events';
import { INTENT } from '../views/shell/send';
import type { EmbedMethods } from './api';
import { followHeight } from './frame/frame-height';
import { HostLink } from './frame/host-link';
import { HOST_ORIGIN, readPin } from './frame/host-origin';
import { NEWS } from './frame/messages';
import type { Request } from './frame/read-request';

const TAG = 'mini-factory';
const NO_SCRIPT =
  'Minifactory could not be loaded. Check the connection and that mini-factory.js is beside this page, then reload it.';

const fields = new URLSearchParams(location.hash.slice(1));
const pin = readPin(fields.get(HOST_ORIGIN));
fields.delete(HOST_ORIGIN);

preload();
const element = document.createElement(TAG) as HTMLElement & EmbedMethods & { fragment: string | null };
element.fragment = fields.toString();
element.textContent = 'Minifactory is loading.';

wearAround(element);
// Its script is read before this one.
if (customElements.get(TAG) === undefined) warn(NO_SCRIPT);
if (!pin.ok) warn(pin.sentence);
else if (parent !== window) connect(pin.origin);
(document.querySelector('main') ?? document.body).append(element);

// The address of a frame can change without its page being loaded again.
addEventListener('hashchange', () => location.reload());

/** Requests all files of the part together, instead of one after the other. A sandboxed page cannot load them. */
function preload(): void {
  if (new URL(location.href).origin !== self.origin) return;
  const part = fields.get('part') ?? '';
  const link = (attributes: Partial<HTMLLinkElement>) => Object.assign(document.createElement('link'), attributes);
  document.head.append(
    ...FONT_FILES.map((href) => link({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href })),
    ...(PART_FILES[part] ?? PART_FILES.run ?? []).map((href) => link({ rel: 'modulepreload', href })),
  );
}

/** The visible parts of the page around the element get its colours. */
function wearAround(themed: HTMLElement): void {
  const theme = fields.get('theme');
  if (theme === 'light' || theme === 'dark') wearTheme(theme);
  themed.addEventListener(INTENT, (event) => {
    const { detail: intent } = event as CustomEvent<Intent>;
    if (intent.type === 'theme-chosen') wearTheme(intent.theme);
  });
}

function warn(sentence: string): void {
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'alert');
  note.textContent = sentence;
  document.body.append(note);
  console.warn(sentence);
}

function connect(origin: string | null): void {
  const link = new HostLink({ parent, pin: origin, execute: executed, warn: (sentence) => console.warn(sentence) });
  for (const type of NEWS) {
    element.addEventListener(`minifactory-${type}`, (event) => link.tell(type, (event as CustomEvent).detail));
  }
  addEventListener('message', (event) => void link.receive(event));
  // Until something is visible, the frame keeps the height that its author has set.
  element.addEventListener('minifactory-ready', () => followHeight(link), { once: true });
}

async function executed(request: Request): Promise<unknown> {
  if (customElements.get(TAG) === undefined) throw new Error(NO_SCRIPT);
  switch (request.type) {
    case 'load':
      return element.load(request.recipe);
    case 'setState':
      return element.setState(request.state);
    default:
      return element[request.type]();
  }
}
