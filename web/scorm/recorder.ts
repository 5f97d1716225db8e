/** Sends the progress in the element to the learning platform. */
import type { EmbedMethods, EmbedState } from '../embed/api';
import type { ProgressRecorder, RecordLine } from './follow';
import type { LmsSession } from './lms-session';
import { best, NOTHING_YET, type Outcome, ofPlatform, outcomeInWords, sessionTime } from './outcome';
import { readSuspendData, writeSuspendData } from './suspend-data';

/** Modes in which a platform shows a page without recording (SCORM 1.2 run-time, 3.4.4.1: `browse`, `review`). */
const RECORDED_MODES: readonly string[] = ['', 'normal'];

const TOO_LONG =
  'The recipe is too long for the learning platform to store. Your next visit will start with the original recipe.';

type Element = Pick<EmbedMethods, 'getState' | 'setState'>;

export interface RecorderParts extends RecordLine {
  readonly session: LmsSession;
  readonly element: Element;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

export class Recorder implements ProgressRecorder {
  readonly #parts: RecorderParts;
  readonly #begun: number;
  #outcome: Outcome = NOTHING_YET;
  #isRecording = false;
  #kept: unknown = null;
  /** Until the last visit's state is restored, it must not be overwritten. */
  #isResumed = false;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#begun = parts.now();
  }

  /** Starts the session and reads the data of earlier ones. */
  begin(): void {
    const { session, show } = this.#parts;
    if (!session.start()) {
      show('The learning platform did not start the session, so nothing is recorded. Everything else works.');
      return;
    }
    this.#outcome = ofPlatform(session.get('cmi.core.lesson_status'), session.get('cmi.core.score.raw'));
    this.#kept = readSuspendData(session.get('cmi.suspend_data'));
    this.#isRecording = RECORDED_MODES.includes(session.get('cmi.core.lesson_mode'));
    if (!this.#isRecording) {
      show('The learning platform opened this for review, so nothing is recorded. Everything else works.');
      return;
    }
    this.#write();
    session.commit();
  }

  async resume(): Promise<void> {
    try {
      if (this.#kept !== null) await this.#parts.element.setState(this.#kept);
    } catch (error) {
      this.#parts.tell(`The data from your last visit could not be restored. ${messageOf(error)}`);
    }
    this.#isResumed = true;
  }

  reached(outcome: Outcome): void {
    const next = best(this.#outcome, outcome);
    if (next.status === this.#outcome.status && next.score === this.#outcome.score) return;
    this.#outcome = next;
    if (!this.#isRecording) return;
    this.#write();
    this.#parts.session.commit();
  }

  async moved(location: string): Promise<void> {
    if (!this.#isRecording || !this.#isResumed) return;
    const { session, element, tellKeeping } = this.#parts;
    session.set('cmi.core.lesson_location', location);
    let state: EmbedState;
    try {
      state = await element.getState();
    } catch (error) {
      tellKeeping(`The state of the page could not be stored for the next visit. ${messageOf(error)}`);
      return;
    }
    const text = writeSuspendData(state);
    tellKeeping(text === null ? TOO_LONG : '');
    session.set('cmi.suspend_data', text ?? '');
  }

  store(): void {
    if (!this.#isRecording) return;
    this.#parts.session.set('cmi.core.session_time', sessionTime(this.#parts.now() - this.#begun));
    this.#parts.session.commit();
  }

  end(): void {
    if (this.#isRecording) {
      // Without this, some platforms discard the stored data.
      this.#parts.session.set('cmi.core.exit', 'suspend');
      this.store();
    }
    this.#parts.session.finish();
  }

  #write(): void {
    const { session, show } = this.#parts;
    const { status, score } = this.#outcome;
    const isStatusTaken = session.set('cmi.core.lesson_status', status);
    const isScoreTaken = score === null || this.#writeScore(score);
    const isTaken = isStatusTaken && isScoreTaken;
    show(`${isTaken ? 'Recorded' : 'Not recorded'} by the learning platform: ${outcomeInWords(this.#outcome)}.`);
  }

  /** A platform may refuse the bounds. */
  #writeScore(score: number): boolean {
    const { session } = this.#parts;
    session.set('cmi.core.score.min', '0');
    session.set('cmi.core.score.max', '100');
    return session.set('cmi.core.score.raw', String(score));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
