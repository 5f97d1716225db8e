/** Sends the progress in the element to a learning record store, for cmi5 and for xAPI alone. */
import type { EmbedMethods } from '../../embed/api';
import type { ProgressRecorder, RecordLine } from '../follow';
import { best, NOTHING_YET, type Outcome, ofPlatform, outcomeInWords } from '../outcome';
import type { Launch } from './launch';
import { Lrs } from './lrs';
import { type LaunchData, readLaunchData, Statements, type Verb } from './statements';

/** The document with the outcome and the state of the element. */
const OWN_STATE = 'minifactory';

interface Kept {
  readonly outcome: Outcome;
  readonly sent: readonly string[];
  readonly state: unknown;
}

export interface XapiParts extends RecordLine {
  readonly launch: Launch;
  readonly element: Pick<EmbedMethods, 'getState' | 'setState'>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Shows a button that calls `leave`. */
  offerReturn(leave: () => Promise<void>): void;
  /** Opens another page in the place of this one. */
  go(address: string): void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export class XapiRecorder implements ProgressRecorder {
  readonly #parts: XapiParts;
  readonly #begun: number;
  #lrs: Lrs | null = null;
  #statements: Statements | null = null;
  /** Outcomes are recorded only in an ordinary launch, not in one for browsing or review. */
  #isRecording = false;
  #outcome: Outcome = NOTHING_YET;
  /** The verbs that are sent only once for each registration, and were. */
  readonly #sent = new Set<Verb>();
  #state: unknown = null;
  #isResumed = false;
  #isEnded = false;
  /** Requests are sent one after the other, so that they arrive in their order. */
  #last: Promise<void>;

  /** Begins the session. */
  constructor(parts: XapiParts) {
    this.#parts = parts;
    this.#begun = parts.now();
    this.#last = this.#begin().catch((error: unknown) => {
      parts.show(`Nothing is recorded. ${messageOf(error)} Everything else works.`);
    });
  }

  async #begin(): Promise<void> {
    const { launch } = this.#parts;
    const lrs = await Lrs.open(launch);
    const data = await launchData(lrs, launch);
    const kept = keptOf(await lrs.document(OWN_STATE));
    this.#statements = new Statements(launch, data);
    await lrs.send([this.#make('initialized')]);
    this.#lrs = lrs;
    this.#outcome = best(this.#outcome, kept.outcome);
    this.#state = kept.state;
    for (const verb of kept.sent) this.#sent.add(verb as Verb);
    this.#isRecording = data.launchMode === 'Normal';
    if (this.#isRecording) this.#show();
    else
      this.#parts.show('The learning platform opened this for review, so nothing is recorded. Everything else works.');
    if (data.returnURL !== null) this.#offerReturn(data.returnURL);
  }

  async resume(): Promise<void> {
    await this.#last;
    try {
      if (this.#state !== null) await this.#parts.element.setState(this.#state);
    } catch (error) {
      this.#parts.tell(`The data from your last visit could not be restored. ${messageOf(error)}`);
    }
    this.#isResumed = true;
  }

  reached(outcome: Outcome): void {
    this.#then('record the progress', async (lrs) => {
      const next = best(this.#outcome, outcome);
      const { status, score } = this.#outcome;
      this.#outcome = next;
      const due = this.#due(next).filter((verb) => !this.#sent.has(verb));
      const hasMore = due.length === 0 && next.status === 'incomplete' && next.score !== score;
      const verbs: readonly Verb[] = hasMore ? ['progressed'] : due;
      if (verbs.length > 0) await lrs.send(verbs.map((verb) => this.#make(verb)));
      for (const verb of due) this.#sent.add(verb);
      if (next.status !== status || next.score !== score) await this.#keep(lrs);
      this.#show();
    });
  }

  async moved(): Promise<void> {
    if (!this.#isResumed) return;
    this.#then('store the state of the page', async (lrs) => {
      this.#state = await this.#parts.element.getState();
      await this.#keep(lrs);
    });
  }

  /** Everything was sent already when it happened. */
  store(): void {}

  /** Not queued, because a page that is closed does not go on. */
  end(): void {
    if (this.#lrs === null || this.#isEnded) return;
    this.#isEnded = true;
    this.#lrs.send([this.#make('terminated')]).catch(() => {});
  }

  /** A goal that is reached is also complete. */
  #due({ status }: Outcome): Verb[] {
    if (status === 'passed') return ['passed', 'completed'];
    return status === 'completed' ? ['completed'] : [];
  }

  #make(verb: Verb) {
    const milliseconds = this.#parts.now() - this.#begun;
    return (this.#statements as Statements).make(verb, { score: this.#outcome.score, milliseconds });
  }

  #keep(lrs: Lrs): Promise<void> {
    const kept: Kept = { outcome: this.#outcome, sent: [...this.#sent], state: this.#state };
    return lrs.keep(OWN_STATE, kept);
  }

  #then(what: string, act: (lrs: Lrs) => Promise<void>): void {
    this.#last = this.#last.then(async () => {
      if (this.#lrs === null || !this.#isRecording || this.#isEnded) return;
      try {
        await act(this.#lrs);
      } catch (error) {
        this.#parts.tell(`The learning platform did not ${what}. ${messageOf(error)}`);
      }
    });
  }

  #show(): void {
    this.#parts.show(`Recorded by the learning platform: ${outcomeInWords(this.#outcome)}.`);
  }

  /** cmi5 asks that the learner comes back to this address at the end. */
  #offerReturn(address: string): void {
    this.#parts.offerReturn(async () => {
      await this.#last;
      this.#isEnded = true;
      await this.#lrs?.send([this.#make('terminated')]).catch(() => {});
      this.#parts.go(address);
    });
  }
}

/** cmi5 also has every page read the learner's preferences; this one has no use for them. */
async function launchData(lrs: Lrs, { standard }: Launch): Promise<LaunchData> {
  if (standard === 'xapi') return readLaunchData(null);
  const data = readLaunchData(await lrs.document('LMS.LaunchData'));
  await lrs.profile('cmi5LearnerPreferences');
  return data;
}

/** The document of an earlier visit, as far as it can be used. */
function keptOf(document: unknown): Kept {
  const { outcome, sent, state } = (document ?? {}) as { outcome?: Partial<Outcome>; sent?: unknown; state?: unknown };
  return {
    outcome: ofPlatform(String(outcome?.status ?? ''), String(outcome?.score ?? '')),
    sent: Array.isArray(sent) ? sent.filter((verb) => typeof verb === 'string') : [],
    state: state ?? null,
  };
}
