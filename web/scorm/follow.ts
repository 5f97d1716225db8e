/** Connects `<mini-factory>` on a launched page to what records its progress, whatever the standard. */
import type { EmbedEventName, EmbedEvents, EmbedMethods, RunProgress } from '../embed/api';
import { COMPLETED, type Completion, type Outcome, ofAnswers, ofGoal, ofRun } from './outcome';

/** Sends progress to a learning platform. No method throws; what fails is shown on the page. */
export interface ProgressRecorder {
  /** Restores the state of an earlier visit; called when the element is ready. */
  resume(): Promise<void>;
  /** Something was reached, or more of it. */
  reached(outcome: Outcome): void;
  /** The element rests at another point, described in at most 255 characters. */
  moved(location: string): Promise<void>;
  /** Stores everything, because a page may be closed without notice. */
  store(): void;
  /** Ends the session. */
  end(): void;
}

/** The line of the page that shows what is recorded, and what is wrong. */
export interface RecordLine {
  /** The recorded outcome, each time it changes. */
  show(words: string): void;
  tell(sentence: string): void;
  /** Why the state is not stored for the next visit; empty if it is. */
  tellKeeping(sentence: string): void;
}

export function recordLine(line: HTMLElement): RecordLine {
  const said = { record: '', problem: '', keeping: '' };
  const say = (changes: Partial<typeof said>): void => {
    Object.assign(said, changes);
    line.textContent = Object.values(said).join(' ').trim();
  };
  return {
    show: (record) => say({ record }),
    tell: (problem) => {
      console.warn(problem);
      say({ problem });
    },
    tellKeeping: (keeping) => say({ keeping }),
  };
}

/** From now on, the events of the element reach the recorder; `completes` says which of them complete it. */
export function follow(element: HTMLElement & EmbedMethods, completes: Completion, recorder: ProgressRecorder): void {
  function on<Name extends EmbedEventName>(name: Name, act: (detail: EmbedEvents[Name]) => void): void {
    element.addEventListener(name, (event) => act((event as CustomEvent<EmbedEvents[Name]>).detail));
  }

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

function placeOf({ epoch, batch }: RunProgress): string {
  return `epoch ${epoch}, batch ${batch}`;
}
