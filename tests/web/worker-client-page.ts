import { afterEach } from 'vitest';
import type { EngineError } from '../../web/engine/engine-error';
import { TrainingClient } from '../../web/worker/client';
import type { Snapshot } from '../../web/worker/protocol';
import { ManualTimers } from './manual-timers';
import { PageHistory } from './page-history';
import { ChannelWorker, fakeResources } from './worker-channel';
import { type FakeRunOptions, fakeRecipe } from './worker-fakes';

export const openArgs = { recipe: fakeRecipe(), dependenceFeature: 0 };
export const died = { name: 'EngineError', code: 'WORKER_DIED' };

/** A client, its workers and all their messages; disposed of after each test. */
export class Page {
  readonly workers: ChannelWorker[] = [];
  readonly timers = new ManualTimers();
  readonly reports: Snapshot[] = [];
  readonly faults: EngineError[] = [];
  readonly client: TrainingClient;
  readonly history = new PageHistory();

  /** The n-th worker's runs follow the n-th options; the last options apply to all later workers. */
  constructor(...options: FakeRunOptions[]) {
    this.client = new TrainingClient({
      timers: this.timers,
      startWorker: () => {
        const worker = new ChannelWorker(
          fakeResources({ batchCost: () => 1, ...(options[this.workers.length] ?? options.at(-1)) }),
        );
        this.workers.push(worker);
        return worker;
      },
    });
    this.client.onReport((snapshot) => this.reports.push(this.history.take(snapshot)));
    this.client.onFault((fault) => this.faults.push(fault));
    pages.push(this);
  }

  get worker(): ChannelWorker {
    return this.workers.at(-1) as ChannelWorker;
  }
}

const pages: Page[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.client.dispose();
});

/** Lets all pending messages arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets messages arrive until this is true. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
