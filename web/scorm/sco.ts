/**
 * The script of a SCORM package's page: it connects `<mini-factory>` to the platform, shows what is recorded in
 * `#record`, and reads from the body's `data-completes` what completes it. Without a platform, the page works and
 * records nothing.
 */
import type { EmbedMethods } from '../embed/api';
import { follow, recordLine } from './follow';
import { type ApiWindow, findApi } from './lms-api';
import { LmsSession } from './lms-session';
import type { Completion } from './outcome';
import { Recorder } from './recorder';

const element = document.querySelector('mini-factory') as HTMLElement & EmbedMethods;
const line = recordLine(document.querySelector('#record') as HTMLElement);

const api = findApi(window as ApiWindow);
if (api === null) {
  line.show('This page was not opened by a learning platform, so nothing is recorded. Everything else works.');
} else {
  const session = new LmsSession(api, line.tell);
  const recorder = new Recorder({ session, element, now: () => performance.now(), ...line });
  recorder.begin();
  follow(element, document.body.dataset.completes as Completion, recorder);
}
