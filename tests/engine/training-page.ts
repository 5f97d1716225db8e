import type { Recipe } from '../../web/recipe/schema';
import { TrainingClient } from '../../web/worker/client';
import type { RunDescription, Snapshot } from '../../web/worker/protocol';
import type { WorkerLike } from '../../web/worker/worker-link';
import { ManualTimers } from '../web/manual-timers';
import { PageHistory } from '../web/page-history';

/** A page that receives every snapshot in order, and can kill its worker from outside. */
export class TrainingPage {
  readonly client: TrainingClient;
  readonly history = new PageHistory();
  readonly faults: Error[] = [];
  readonly #timers = new ManualTimers();
  readonly #waiting = new Set<(snapshot: Snapshot) => void>();
  #worker: WorkerLike | null = null;
  #description: RunDescription | null = null;
  #latest: Snapshot | null = null;

  constructor(startWorker: () => WorkerLike) {
    this.client = new TrainingClient({
      timers: this.#timers,
      startWorker: () => {
        this.#worker = startWorker();
        return this.#worker;
      },
    });
    this.client.onFault((fault) => this.faults.push(fault));
    this.client.onReport((snapshot) => {
      this.take(snapshot);
      for (const look of [...this.#waiting]) look(snapshot);
    });
  }

  get description(): RunDescription {
    if (!this.#description) throw new Error('No run is open.');
    return this.#description;
  }

  get latest(): Snapshot {
    if (!this.#latest) throw new Error('No run is open.');
    return this.#latest;
  }

  take(snapshot: Snapshot): Snapshot {
    this.#latest = snapshot;
    return this.history.take(snapshot);
  }

  async open(recipe: Recipe, dependenceFeature: number): Promise<void> {
    const { description, snapshot } = await this.client.call('open', { recipe, dependenceFeature });
    this.#description = description;
    this.take(snapshot);
  }

  async step(args: { count: number; unit: 'batches' | 'epochs' }): Promise<Snapshot> {
    return this.take(await this.client.call('step', args));
  }

  async recover(): Promise<{ snapshot: Snapshot }> {
    const recovered = await this.client.recover();
    this.take(recovered.snapshot);
    return recovered;
  }

  /** The first report from now on that meets the condition. */
  reported(isIt: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
    return new Promise((resolve) => {
      const look = (snapshot: Snapshot) => {
        if (!isIt(snapshot)) return;
        this.#waiting.delete(look);
        resolve(snapshot);
      };
      this.#waiting.add(look);
    });
  }

  kill(): void {
    this.#worker?.terminate();
  }

  /** Enough ticks to be sure that a worker which has answered before is dead. */
  waitInSilence(): void {
    for (let tick = 0; tick < 6; tick += 1) this.#timers.tick();
  }
}
