/** A training session on a fake run and a fake clock, which records everything it does. */
import type { Snapshot } from '../../web/worker/protocol';
import { TrackedRun } from '../../web/worker/tracked-run';
import { TrainingSession } from '../../web/worker/training-session';
import { PageHistory } from './page-history';
import { FakeClock, FakeRun, type FakeRunOptions, fakeRecipe } from './worker-fakes';

export class Stage {
  readonly clock = new FakeClock();
  readonly run: FakeRun;
  readonly session: TrainingSession;
  readonly reports: { readonly time: number; readonly snapshot: Snapshot }[] = [];
  readonly slices: number[] = [];
  readonly faults: unknown[] = [];
  /** The knowledge of a page that receives every snapshot in order. */
  readonly page = new PageHistory();
  acknowledges = true;
  #isAwake = false;

  constructor(options: FakeRunOptions = {}) {
    this.run = new FakeRun({ ...options, clock: this.clock });
    this.session = new TrainingSession(new TrackedRun(1, this.run, fakeRecipe(options.epochs), 0), {
      now: this.clock.now,
      report: (snapshot) => {
        this.reports.push({ time: this.clock.time, snapshot });
        this.page.take(snapshot);
      },
      fault: (error) => this.faults.push(error),
      wake: () => {
        this.#isAwake = true;
      },
    });
    this.page.take(this.session.snapshot());
    this.clock.time = 1000;
  }

  get batch(): number {
    return this.run.progress().batch;
  }

  /** Takes turns until the session sleeps or the clock has reached this time. */
  runFor(milliseconds: number): void {
    const end = this.clock.time + milliseconds;
    while (this.clock.time < end) {
      const wait = this.turn();
      if (wait === null && !this.#isAwake) {
        this.clock.time = end;
      } else {
        this.clock.time = Math.min(end, this.clock.time + (wait ?? 0));
      }
    }
  }

  /** One turn; the page acknowledges a report immediately. */
  turn(): number | null {
    this.#isAwake = false;
    const start = this.clock.time;
    const seen = this.reports.length;
    const wait = this.session.turn();
    this.slices.push(this.clock.time - start);
    if (this.acknowledges && this.reports.length > seen) {
      this.session.acknowledge();
      return 0;
    }
    return wait;
  }

  /** Asks for a step and returns the answers as they come. */
  step(count: number, unit: 'batches' | 'epochs'): { snapshots: Snapshot[]; errors: unknown[] } {
    const answers: { snapshots: Snapshot[]; errors: unknown[] } = { snapshots: [], errors: [] };
    this.session.step({
      count,
      unit,
      done: (snapshot) => {
        answers.snapshots.push(snapshot);
        this.page.take(snapshot);
      },
      failed: (error) => answers.errors.push(error),
    });
    return answers;
  }
}

/** The history of the same run trained in one go. */
export function historyInOneGo(options: FakeRunOptions = {}): PageHistory {
  const tracked = new TrackedRun(1, new FakeRun(options), fakeRecipe(options.epochs), 0);
  while (!tracked.hasEnded) tracked.train(1_000_000);
  const history = new PageHistory();
  history.take(tracked.snapshot(false, { batchesPerSecond: 0, sprint: null }, false));
  return history;
}
