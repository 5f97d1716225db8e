/** The page's side of the protocol: calls as promises that always settle, whatever happens to the worker. */
import { EngineError } from '../engine/engine-error';
import type { Recipe } from '../recipe/schema';
import { pageTimers, type Timers } from './heartbeat';
import { PolicyError } from './policies';
import type { CallMessage, CallName, Calls, Checkpoint, Message, RunDescription, Snapshot } from './protocol';
import { startTrainingWorker } from './start-worker';
import { type WorkerLike, WorkerLink } from './worker-link';

interface Waiting {
  resolve(reply: Calls[CallName]['reply']): void;
  reject(error: EngineError): void;
}

/** What the page knows about the open run if its worker crashes. */
interface LastKnown {
  readonly recipe: Recipe;
  readonly dependenceFeature: number;
  readonly checkpoint: Checkpoint;
}

export interface ClientResources {
  startWorker(): WorkerLike;
  readonly timers: Timers;
}

const inPage: ClientResources = { startWorker: startTrainingWorker, timers: pageTimers };

/**
 * Starts a worker with the first call, and a new one with the first call after a crash. If a worker crashes, every
 * waiting promise rejects with an EngineError `WORKER_DIED`, and the fault listeners are told.
 */
export class TrainingClient {
  readonly #resources: ClientResources;
  readonly #waiting = new Map<number, Waiting>();
  readonly #reportListeners = new Set<(snapshot: Snapshot) => void>();
  readonly #faultListeners = new Set<(error: EngineError) => void>();
  #link: WorkerLink | null = null;
  #calls = 0;
  #isPlaying = false;
  #lastKnown: LastKnown | null = null;

  constructor(resources: ClientResources = inPage) {
    this.#resources = resources;
  }

  /** Rejects with the EngineError of what went wrong, e.g. `NO_RUN`, `BAD_ARGUMENTS`, `WORKER_DIED`. */
  call<Name extends CallName>(name: Name, args: Calls[Name]['args']): Promise<Calls[Name]['reply']> {
    return new Promise((resolve, reject) => {
      this.#calls += 1;
      const id = this.#calls;
      // The worker answers each call with that call's reply, so the cast is safe.
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#send(id, { kind: 'call', id, call: name, args });
    });
  }

  /**
   * Listens to the snapshots that are reports, not to those that are replies. Returns a function that stops listening.
   */
  onReport(listener: (snapshot: Snapshot) => void): () => void {
    this.#reportListeners.add(listener);
    return () => this.#reportListeners.delete(listener);
  }

  /** Listens for the end of the worker: killed, crashed or unusable. Returns a function that stops listening. */
  onFault(listener: (error: EngineError) => void): () => void {
    this.#faultListeners.add(listener);
    return () => this.#faultListeners.delete(listener);
  }

  /** The checkpoint that `recover` restores; null before the first run is open. */
  get lastCheckpoint(): Checkpoint | null {
    return this.#lastKnown?.checkpoint ?? null;
  }

  /** Opens the last run in a new worker and restores its last checkpoint, paused, to the same bits. */
  async recover(): Promise<{ description: RunDescription; snapshot: Snapshot }> {
    const last = this.#lastKnown;
    if (!last) throw new EngineError('NO_CHECKPOINT', 'There is no run to restore yet.');
    this.#close('The training worker was replaced by a new one.');
    try {
      const { recipe, dependenceFeature, checkpoint } = last;
      const { description } = await this.call('open', { recipe, dependenceFeature });
      return { description, snapshot: await this.call('restore', { checkpoint }) };
    } catch (error) {
      this.#lastKnown = last;
      throw error;
    }
  }

  /** Ends the worker; waiting promises reject. */
  dispose(): void {
    this.#close('The training worker was closed.');
    this.#lastKnown = null;
  }

  #send(id: number, message: CallMessage): void {
    try {
      this.#link ??= this.#newLink();
      this.#link.post(message);
      this.#watch();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const sentence = error instanceof PolicyError ? reason : `The training worker cannot be called: ${reason}`;
      this.#settle(id)?.reject(new EngineError('WORKER_UNREACHABLE', sentence));
    }
  }

  #newLink(): WorkerLink {
    return new WorkerLink(this.#resources.startWorker(), this.#resources.timers, {
      message: (message) => this.#receive(message),
      died: (error) => {
        this.#abandon(error);
        this.#tell(this.#faultListeners, error);
      },
    });
  }

  #receive(message: Exclude<Message, { kind: 'fault' }>): void {
    switch (message.kind) {
      case 'reply':
        this.#note(message.result);
        this.#settle(message.id)?.resolve(message.result);
        break;
      case 'failure':
        this.#settle(message.id)?.reject(new EngineError(message.code, message.sentence));
        break;
      case 'report':
        this.#link?.post({ kind: 'acknowledge', runId: message.snapshot.runId });
        this.#note(message.snapshot);
        this.#tell(this.#reportListeners, message.snapshot);
        break;
      case 'ready':
      case 'pong':
        break;
    }
    this.#watch();
  }

  /** Stores what recovery needs from a snapshot or a reply. */
  #note(said: Calls[CallName]['reply']): void {
    const snapshot = 'snapshot' in said ? said.snapshot : said;
    if (!('playing' in snapshot)) return;
    this.#isPlaying = snapshot.playing;
    const recipe = 'description' in said ? said.description.recipe : this.#lastKnown?.recipe;
    const checkpoint = snapshot.checkpoint ?? this.#lastKnown?.checkpoint;
    if (recipe && checkpoint) {
      this.#lastKnown = { recipe, checkpoint, dependenceFeature: snapshot.dependence.feature };
    }
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #watch(): void {
    this.#link?.expectWords(this.#isPlaying || this.#waiting.size > 0);
  }

  #close(sentence: string): void {
    this.#link?.close();
    this.#abandon(new EngineError('WORKER_DIED', sentence));
  }

  #abandon(error: EngineError): void {
    this.#link = null;
    this.#isPlaying = false;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  #tell<Said>(listeners: ReadonlySet<(said: Said) => void>, said: Said): void {
    for (const listener of listeners) listener(said);
  }
}
