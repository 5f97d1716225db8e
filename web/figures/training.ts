/**
 * A run of a recipe for a figure, in its own worker. The worker is created when the figure is first visible and ended
 * when the reader leaves the page.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import { VisibilityController } from '../charts/drawing/observers';
import { EngineError } from '../engine/engine-error';
import type { Recipe } from '../recipe/schema';
import { openedRun, type RunState, withSnapshot } from '../state/run/run-state';
import { TrainingClient } from '../worker/client';
import type { Calls, Snapshot, Speed } from '../worker/protocol';
import { type Move, nextMove, type WantedRun } from './next-move';
import { tellPending } from './pending';

/** Runs that play; figures of one host may play together, others pause for them. */
const playing = new Set<Training>();

/**
 * Keeps a run at the point in the figure's values. The host calls `follow` in its `willUpdate` and is updated whenever
 * the run has moved. `play` starts training, which values cannot express; the point at which the run then stops
 * is passed to `onRest`, so that the host can put it into its values.
 */
export class Training implements ReactiveController {
  /** Null until the worker has opened it. */
  run: RunState | null = null;
  /** Why there is no run, in a sentence; empty if there is no problem. */
  problem = '';

  readonly #host: ReactiveElement;
  readonly #onRest: (batches: number) => void;
  readonly #visibility: VisibilityController;
  #client: TrainingClient | null = null;
  #recipe: Recipe | null = null;
  /** The point in the host's values, before and now: a reader may have changed it since. */
  #followed: WantedRun | null = null;
  #wanted: WantedRun | null = null;
  /** Values from before playing began must not stop it. */
  #isFree = false;
  #isMoving = false;

  constructor(host: ReactiveElement, onRest: (batches: number) => void) {
    this.#host = host;
    this.#onRest = onRest;
    this.#visibility = new VisibilityController(
      host,
      () => void this.#move(),
      () => void this.pause(),
    );
    host.addController(this);
  }

  hostDisconnected(): void {
    playing.delete(this);
    this.#client?.dispose();
    this.#client = null;
    this.#recipe = null;
    this.#isFree = false;
    this.run = null;
    this.problem = '';
  }

  /** Whether it is playing now. */
  get isPlaying(): boolean {
    return this.run?.latest.playing ?? false;
  }

  follow(wanted: WantedRun): void {
    const before = this.#followed;
    const isSame =
      before !== null &&
      before.recipe === wanted.recipe &&
      before.batches === wanted.batches &&
      before.dependenceFeature === wanted.dependenceFeature;
    if (isSame) return;
    this.#followed = wanted;
    const isElsewhere = before?.recipe !== wanted.recipe || before.batches !== wanted.batches;
    this.#wanted = isElsewhere || this.#wanted === null ? wanted : { ...wanted, batches: this.#wanted.batches };
    if (isElsewhere) this.#isFree = false;
    void this.#move();
  }

  /** Trains to this number of batches, or goes back to it. */
  goTo(batches: number): void {
    if (this.#wanted === null) return;
    this.#wanted = { ...this.#wanted, batches };
    this.#isFree = false;
    this.#onRest(batches);
    void this.#move();
  }

  /** Plays at this speed, from the start if the run has ended; figures elsewhere pause. */
  async play(speed: Speed): Promise<void> {
    for (const other of playing) if (other.#host !== this.#host) void other.pause();
    await this.#attempt(async (client) => {
      if (this.run === null) return;
      this.#isFree = true;
      playing.add(this);
      if (this.run.latest.progress.status !== 'training') this.#take(await client.call('reset', {}));
      this.#take(await client.call('play', { speed }));
    });
  }

  async pause(): Promise<void> {
    if (!this.isPlaying) return;
    await this.#attempt(async (client) => this.#take(await client.call('pause', {})));
  }

  /**
   * Calls the worker without changing the run, e.g. `trace`. Null if there is no run, or if it was closed
   * in the meantime; `problem` then says why.
   */
  async ask<Name extends 'trace' | 'compareGradients' | 'objectiveAround'>(
    name: Name,
    args: Calls[Name]['args'],
  ): Promise<Calls[Name]['reply'] | null> {
    let reply: Calls[Name]['reply'] | null = null;
    await this.#attempt(async (client) => {
      reply = await client.call(name, args);
    });
    return reply;
  }

  /** Replaces all parameters. */
  async setParameters(parameters: Float64Array): Promise<void> {
    await this.#attempt(async (client) => this.#take(await client.call('setParameters', { parameters })));
  }

  /** Tries again after a problem. */
  retry(): void {
    this.problem = '';
    this.#host.requestUpdate();
    void this.#move();
  }

  /** One call after the other, until the run is at the wanted point. */
  async #move(): Promise<void> {
    if (this.#isMoving || !this.#visibility.visible) return;
    this.#isMoving = true;
    try {
      while (!this.#isFree && this.#host.isConnected && this.problem === '') {
        const wanted = this.#wanted;
        const move = wanted === null ? null : nextMove(this.run, this.#recipe, wanted);
        if (wanted === null || move === null) break;
        await this.#attempt((client) => this.#make(client, move, wanted));
      }
    } finally {
      this.#isMoving = false;
    }
  }

  async #make(client: TrainingClient, move: Move, wanted: WantedRun): Promise<void> {
    const { recipe, batches: batch, dependenceFeature } = wanted;
    switch (move.kind) {
      case 'open': {
        const opening = client.call('open', { recipe, dependenceFeature });
        if (this.run === null) tellPending(this.#host, opening);
        const { description, snapshot } = await opening;
        if (client !== this.#client) return;
        this.run = openedRun(description, snapshot);
        this.#recipe = recipe;
        this.#host.requestUpdate();
        return;
      }
      case 'set-dependence-feature':
        return this.#take(await client.call('setDependenceFeature', { feature: dependenceFeature }));
      case 'pause':
        return this.#take(await client.call('pause', {}));
      case 'reset':
        return this.#take(await client.call('reset', {}));
      case 'rewind':
        return this.#take(await client.call('rewind', { batch }));
      case 'step':
        return this.#take(await client.call('step', { count: move.count, unit: 'batches' }));
    }
  }

  #take(snapshot: Snapshot): void {
    if (this.run === null) return;
    const hasRested = this.#isFree && this.isPlaying && !snapshot.playing;
    this.run = withSnapshot(this.run, snapshot);
    this.#host.requestUpdate();
    if (!snapshot.playing) playing.delete(this);
    if (!hasRested || this.#wanted === null) return;
    this.#isFree = false;
    this.#wanted = { ...this.#wanted, batches: snapshot.progress.batch };
    this.#onRest(snapshot.progress.batch);
  }

  async #attempt(task: (client: TrainingClient) => Promise<void>): Promise<void> {
    this.#client ??= this.#newClient();
    const client = this.#client;
    try {
      await task(client);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (client === this.#client) this.#fail(error);
    }
  }

  #newClient(): TrainingClient {
    const client = new TrainingClient();
    client.onReport((snapshot) => {
      if (client === this.#client) this.#take(snapshot);
    });
    client.onFault((error) => {
      if (client === this.#client) this.#fail(error);
    });
    return client;
  }

  #fail(error: EngineError): void {
    if (error.code === 'WORKER_DIED') {
      this.run = null;
      this.#recipe = null;
      this.#isFree = false;
      playing.delete(this);
    }
    this.problem = error.message;
    this.#host.requestUpdate();
  }
}
