import type { Timers } from '../../web/worker/heartbeat';

/** Timers that tick only when told. */
export class ManualTimers implements Timers {
  readonly #ticks = new Set<() => void>();

  every(_milliseconds: number, tick: () => void): () => void {
    this.#ticks.add(tick);
    return () => this.#ticks.delete(tick);
  }

  get running(): number {
    return this.#ticks.size;
  }

  tick(): void {
    for (const tick of [...this.#ticks]) tick();
  }
}
