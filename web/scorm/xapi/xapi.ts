/**
 * The script of a cmi5 or xAPI package's page: it connects `<mini-factory>` to the learning record store named in the
 * address, and shows what is recorded in `#record`. Without a platform, the page works and records nothing.
 */
import type { EmbedMethods } from '../../embed/api';
import { follow, recordLine } from '../follow';
import type { Completion } from '../outcome';
import { readLaunch } from './launch';
import { XapiRecorder } from './xapi-recorder';

const element = document.querySelector('mini-factory') as HTMLElement & EmbedMethods;
const place = document.querySelector('#record') as HTMLElement;
const line = recordLine(place);

/** Beside the line, because the line's text changes. */
function offerReturn(leave: () => Promise<void>): void {
  const button = document.createElement('button');
  button.id = 'leave';
  button.textContent = 'Back to the course';
  button.addEventListener('click', () => void leave());
  place.after(button);
}

const launch = readLaunch(new URLSearchParams(location.search));
if (launch === null) {
  line.show('This page was not opened by a learning platform, so nothing is recorded. Everything else works.');
} else {
  const recorder = new XapiRecorder({
    launch,
    element,
    now: () => performance.now(),
    offerReturn,
    go: (address) => location.assign(address),
    ...line,
  });
  follow(element, document.body.dataset.completes as Completion, recorder);
}
