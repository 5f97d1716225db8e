/**
 * The script of a SCORM package's page: it connects `<mini-factory>` to the platform, shows what is recorded in
 * `#record`, and reads from the body's `data-completes` what completes it. Without a platform, the page works and
 * records nothing.
 */
import type { EmbedEventName, EmbedEvents, EmbedMethods, RunProgress } from '../embed/api';
import { type ApiWindow, findApi, type LmsApi } from './lms-api';
import { LmsSession } from './lms-session';
import { COMPLETED, type Completion, ofAnswers, ofGoal, ofRun } from './outcome';
import { Recorder } from './recorder';

const completes = document.body.dataset.completes as Completion;
const element = document.querySelector('mini-factory') as HTMLElement & EmbedMethods;
const record = document.querySelector('#record') as HTMLElement;

const said = { record: '', problem: '', keeping: '' };

function say(changes: Partial<typeof said>): void {
  Object.assign(said, changes);
  record.textContent = Object.values(said).join(' ').trim();
}

const api = findApi(window as ApiWindow);
if (api === null) {
  say({ record: 'This page was not opened by a learning platform, so nothing is recorded. Everything else works.' });
} else {
  follow(api);
}

function follow(lms: LmsApi): void {
  const tell = (problem: string): void => {
    console.warn(problem);
    say({ problem });
  };
  const recorder = new Recorder({
    session: new LmsSession(lms, tell),
    element,
    now: () => performance.now(),
    show: (words) => say({ record: words }),
    tell,
    tellKeeping: (keeping) => say({ keeping }),
  });
  recorder.begin();

  element.addEventListener(
    'minifactory-ready',
    () => {
      void recorder.resume();
      if (completes === 'opening') recorder.reached(COMPLETED);
    },
    { once: true },
  );
  on('minifactory-state', (progress) => {
    if (!progress.playing) void recorder.moved(placeOf(progress));
  });
  on('minifactory-finished', (progress) => {
    if (completes === 'training') recorder.reached(ofRun(progress));
  });
  on('minifactory-goal', (progress) => {
    if (completes === 'goal') recorder.reached(ofGoal(progress));
  });
  on('minifactory-answered', (progress) => {
    if (completes === 'questions') recorder.reached(ofAnswers(progress));
    void recorder.moved(`${progress.lesson}: ${progress.answered} of ${progress.questions} questions`);
  });

  // A hidden page may be closed without notice.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') recorder.store();
  });
  addEventListener('pagehide', () => recorder.end());
  // The page came back from the browser's memory, after its session had ended.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

function on<Name extends EmbedEventName>(name: Name, act: (detail: EmbedEvents[Name]) => void): void {
  element.addEventListener(name, (event) => act((event as CustomEvent<EmbedEvents[Name]>).detail));
}

function placeOf({ epoch, batch }: RunProgress): string {
  return `epoch ${epoch}, batch ${batch}`;
}
