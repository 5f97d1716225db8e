import type { LmsApi } from './lms-api';

/** Elements that a platform need not support (SCORM 1.2 run-time, 3.4.4); all others are mandatory. */
const OPTIONAL: readonly string[] = ['cmi.core.lesson_mode', 'cmi.core.score.min', 'cmi.core.score.max'];
const NOT_IMPLEMENTED = '401';

/**
 * One session, from `start` to `finish`. Every reply of the platform is checked: an error is reported as a sentence and
 * gives false or an empty text; nothing throws.
 */
export class LmsSession {
  readonly #api: LmsApi;
  readonly #tell: (sentence: string) => void;
  /** The values that were set, so that none is sent twice. */
  readonly #known = new Map<string, string>();
  #isOpen = false;

  constructor(api: LmsApi, tell: (sentence: string) => void) {
    this.#api = api;
    this.#tell = tell;
  }

  start(): boolean {
    this.#isOpen = this.#done('begin the visit', () => this.#api.LMSInitialize(''));
    return this.#isOpen;
  }

  /** Empty if there is no value, or if it cannot be read. */
  get(element: string): string {
    if (!this.#isOpen) return '';
    try {
      const value = this.#api.LMSGetValue(element);
      const code = this.#errorCode();
      if (code === '0') return String(value ?? '');
      this.#refused(`give ${element}`, code, element);
    } catch (error) {
      this.#failed(`give ${element}`, error);
    }
    return '';
  }

  /** Whether the platform has the value. */
  set(element: string, value: string): boolean {
    if (!this.#isOpen) return false;
    if (this.#known.get(element) === value) return true;
    const isTaken = this.#done(`record ${element}`, () => this.#api.LMSSetValue(element, value), element);
    if (isTaken) this.#known.set(element, value);
    return isTaken;
  }

  commit(): void {
    if (this.#isOpen) this.#done('store what was recorded', () => this.#api.LMSCommit(''));
  }

  /** After this, nothing can be read or recorded. */
  finish(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#done('end the visit', () => this.#api.LMSFinish(''));
  }

  #done(what: string, call: () => unknown, element = ''): boolean {
    try {
      // Some platforms reply with a boolean instead of its name as text.
      if (String(call()) === 'true') return true;
      this.#refused(what, this.#errorCode(), element);
    } catch (error) {
      this.#failed(what, error);
    }
    return false;
  }

  #errorCode(): string {
    return String(this.#api.LMSGetLastError());
  }

  #refused(what: string, code: string, element: string): void {
    if (code === NOT_IMPLEMENTED && OPTIONAL.includes(element)) return;
    const words = [this.#api.LMSGetErrorString(code), this.#api.LMSGetDiagnostic(code)].map((text) =>
      String(text ?? ''),
    );
    const reason = [...new Set(words)].filter((text) => text !== '' && text !== code).join('; ');
    this.#tell(sentence(what, `error ${code}${reason === '' ? '' : `, ${reason}`}`));
  }

  #failed(what: string, error: unknown): void {
    this.#tell(sentence(what, error instanceof Error ? error.message : String(error)));
  }
}

function sentence(what: string, reason: string): string {
  return `The learning platform did not ${what}: ${reason.replace(/\.$/, '')}.`;
}
