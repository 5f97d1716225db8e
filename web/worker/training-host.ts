/** The training worker's main class: loads the engine, opens runs and trains the open one. */
import type { Dataset } from '../datasets/dataset';
import { EngineError } from '../engine/engine-error';
import type { Run } from '../engine/types';
import type { Recipe } from '../recipe/schema';
import type { Calls } from './protocol';
import { type Answer, type Handlers, type Outbox, Server } from './server';
import { TrackedRun } from './tracked-run';
import { TrainingSession } from './training-session';
import { type Scheduler, TurnLoop } from './turn-loop';

export interface HostResources {
  loadEngine(): Promise<{ createRun(recipe: Recipe, dataset: Dataset): Run }>;
  datasetNamed(id: Recipe['data']['source']): Dataset | undefined;
  readonly scheduler: Scheduler;
}

export class TrainingHost {
  readonly #resources: HostResources;
  readonly #server: Server;
  readonly #loop: TurnLoop;
  #engine: ReturnType<HostResources['loadEngine']> | null = null;
  #session: TrainingSession | null = null;
  #runs = 0;

  constructor(outbox: Outbox, resources: HostResources) {
    this.#resources = resources;
    this.#loop = new TurnLoop(() => this.#session?.turn() ?? null, resources.scheduler);
    this.#server = new Server(outbox, this.#handlers(), (runId) => {
      if (runId === this.#runs) this.#session?.acknowledge();
    });
  }

  receive(message: unknown): void {
    this.#server.receive(message);
  }

  close(): void {
    this.#loop.stopWaiting();
    this.#session?.dispose();
    this.#session = null;
  }

  #handlers(): Handlers {
    return {
      open: (args, answer) => this.#open(args, answer),
      play: ({ speed }, answer) => answer.done(this.#opened().play(speed)),
      pause: (_, answer) => answer.done(this.#opened().pause()),
      step: (args, answer) => this.#opened().step({ ...args, ...answer }),
      reset: (_, answer) => answer.done(this.#opened().reset()),
      setLearningRate: ({ learningRate }, answer) => answer.done(this.#opened().setLearningRate(learningRate)),
      setDependenceFeature: ({ feature }, answer) => answer.done(this.#opened().setDependenceFeature(feature)),
      checkpoint: (_, answer) => answer.done(this.#opened().checkpoint()),
      restore: ({ checkpoint }, answer) => answer.done(this.#opened().restore(checkpoint)),
      restoreBest: ({ learningRate }, answer) => answer.done(this.#opened().restoreBest(learningRate)),
      rewind: ({ batch }, answer) => answer.done(this.#opened().rewind(batch)),
      trace: ({ rows }, answer) => answer.done(this.#opened().trace(rows)),
      compareGradients: (args, answer) => answer.done(this.#opened().compareGradients(args)),
      objectiveAround: (args, answer) => answer.done(this.#opened().objectiveAround(args)),
      partialDependence: (args, answer) => this.#partialDependence(args, answer),
      setParameters: ({ parameters }, answer) => answer.done(this.#opened().setParameters(parameters)),
    };
  }

  async #open({ recipe, dependenceFeature }: Calls['open']['args'], answer: Answer<'open'>): Promise<void> {
    const run = await this.#createRun(recipe);
    const { session, reply } = this.#begin(run, recipe, dependenceFeature);
    this.#session?.dispose();
    this.#session = session;
    this.#runs = reply.description.runId;
    answer.done(reply);
  }

  async #partialDependence(
    { recipe, parameters, feature }: Calls['partialDependence']['args'],
    answer: Answer<'partialDependence'>,
  ): Promise<void> {
    const run = await this.#createRun(recipe);
    try {
      run.setParameters(parameters);
      answer.done({ dependence: run.response(feature) });
    } finally {
      run.dispose();
    }
  }

  async #createRun(recipe: Recipe): Promise<Run> {
    const engine = await this.#loadedEngine();
    const { source } = recipe.data;
    const dataset = this.#resources.datasetNamed(source);
    if (!dataset) throw new EngineError('UNKNOWN_NAME', `There is no data set “${source}”.`);
    return engine.createRun(recipe, dataset);
  }

  /** Disposes of a run that cannot be described, before the page is informed. */
  #begin(run: Run, recipe: Recipe, dependenceFeature: number) {
    try {
      const session = this.#newSession(run, recipe, dependenceFeature);
      return { session, reply: { description: session.describe(), snapshot: session.snapshot() } };
    } catch (error) {
      run.dispose();
      throw error;
    }
  }

  #newSession(run: Run, recipe: Recipe, dependenceFeature: number): TrainingSession {
    return new TrainingSession(new TrackedRun(this.#runs + 1, run, recipe, dependenceFeature), {
      now: () => this.#resources.scheduler.now(),
      report: (snapshot) => this.#server.report(snapshot),
      fault: (error) => this.#server.fault(error),
      wake: () => this.#loop.wake(),
    });
  }

  /** Loads once; a load that failed is tried again with the next call that needs it. */
  #loadedEngine(): ReturnType<HostResources['loadEngine']> {
    this.#engine ??= this.#resources.loadEngine().catch((error: unknown) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  #opened(): TrainingSession {
    if (this.#session) return this.#session;
    throw new EngineError('NO_RUN', 'No run is open: open a recipe first.');
  }
}
