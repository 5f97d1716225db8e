/** `embed.js`: fills embed.html with the element its address describes, and connects it to the page that frames it. */
import type { EmbedMethods } from './api';
import { afterMeasuring, UNASKED } from './frame-height';
import { HostLink } from './host-link';
import { HOST_ORIGIN, readPin } from './host-origin';
import { NEWS } from './messages';
import type { Request } from './read-request';

type Element = HTMLElement & EmbedMethods & { fragment: string };

const fields = new URLSearchParams(location.hash.slice(1));
const pin = readPin(fields.get(HOST_ORIGIN));
fields.delete(HOST_ORIGIN);

const element = document.createElement('mini-factory') as Element;
element.fragment = fields.toString();
element.textContent = 'Minifactory is loading.';

if (!pin.ok) {
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'alert');
  note.textContent = pin.sentence;
  document.body.append(note);
  console.warn(pin.sentence);
} else if (parent !== window) {
  connect(pin.origin);
}
document.body.append(element);

// The address of a frame can be changed without its page being loaded anew.
addEventListener('hashchange', () => location.reload());

function connect(origin: string | null): void {
  const ready = new Promise<void>((resolve) => {
    element.addEventListener('minifactory-ready', () => resolve(), { once: true });
  });
  const execute = async (request: Request) => {
    await ready;
    return executed(request);
  };
  const link = new HostLink({ parent, pin: origin, execute, warn: (sentence) => console.warn(sentence) });
  for (const type of NEWS) {
    element.addEventListener(`minifactory-${type}`, (event) => link.tell(type, (event as CustomEvent).detail));
  }
  addEventListener('message', (event) => void link.receive(event));
  // Until there is something to see, the frame stays as the author made it.
  void ready.then(() => followHeight(link));
}

function executed(request: Request): Promise<unknown> {
  switch (request.type) {
    case 'load':
      return element.load(request.recipe);
    case 'setState':
      return element.setState(request.state);
    default:
      return element[request.type]();
  }
}

function followHeight(link: HostLink): void {
  let state = UNASKED;
  const page = document.documentElement;
  const measure = (): void => {
    const before = state.asked;
    state = afterMeasuring(state, { content: page.offsetHeight, width: innerWidth, height: innerHeight });
    if (state.asked !== null && state.asked !== before) link.askForHeight(state.asked);
  };
  new ResizeObserver(measure).observe(page);
  addEventListener('resize', measure);
}
