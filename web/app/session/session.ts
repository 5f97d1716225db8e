/** Executes the commands of the views on the training worker, and creates new runs when the recipe changes. */
import type { Shared } from '../../recipe/link';
import { featureIndex } from '../../state/data/columns';
import type { CheckCommand, Command, OpenCommand } from '../../state/page/events';
import type { PageState, Pending } from '../../state/page/page-state';
import { isBehind } from '../../state/recipe/recipe-state';
import { workerSpeed } from '../../state/run/pace';
import { isUntouched } from '../../state/run/run-state';
import { TrainingClient } from '../../worker/client';
import type { Calls, Checkpoint, Snapshot } from '../../worker/protocol';
import { randomSeed } from '../random-seed';
import { DependenceFollower } from './dependence-follower';
import { runEdit } from './edit-tasks';
import { tellFailure, tellFault } from './failures';
import { keepTraining } from './keep-training';
import { PassFollower } from './pass-follower';
import {
  type Player,
  recover,
  reset,
  type SnapshotCall,
  setLearningRate,
  skip,
  step,
  train,
  update,
} from './play-tasks';
import type { Store } from './store';
import { TaskQueue } from './task-queue';

/** Milliseconds after an edit until a run is created from the changed recipe: enough time to type another digit. */
const EDIT_PAUSE = 150;

export class Session {
  readonly #store: Store;
  readonly #client: TrainingClient;
  #editTimer: ReturnType<typeof setTimeout> | undefined;
  /** Commands run one after the other, so that each sees the result of the one before. */
  #tasks: TaskQueue;

  /** What the commands that train work with. */
  readonly #player: Player;

  constructor(store: Store, client = new TrainingClient()) {
    this.#store = store;
    this.#client = client;
    this.#tasks = this.#newTasks();
    this.#player = {
      store,
      call: (name, args) => this.#call(name, args),
      play: () => this.#play(),
      open: () => this.#open(),
      bringUpToDate: () => this.#bringUpToDate(),
    };
    this.#client.onReport((snapshot) => store.dispatch({ type: 'snapshot-arrived', snapshot }));
    this.#client.onFault((error) => tellFault(store, error, this.#client.lastCheckpoint));
    store.subscribe((state, before) => this.#follow(state, before));
    new PassFollower(store, this.#client).start();
    new DependenceFollower(store, this.#client).start();
  }

  /** Creates the first run. */
  start(): void {
    void this.#tasks.add(() => this.#open());
  }

  /** Ends the worker; commands that still wait reject. `start` creates another run. */
  stop(): void {
    clearTimeout(this.#editTimer);
    this.#tasks.close(new Error('The run was ended before this command could start.'));
    this.#tasks = this.#newTasks();
    this.#client.dispose();
  }

  /** Runs a command. Failures are shown on the page. */
  execute(command: Command): void {
    void this.carryOut(command);
  }

  /** As `execute`, but rejects with the error that is shown on the page. */
  carryOut(command: Command): Promise<void> {
    if (command.type === 'edit-parameter') this.#setPending({ edit: command });
    if (command.type === 'rewind') this.#setPending({ rewind: command.batch });
    if (command.type === 'pause') {
      // Not queued: a pause ends a step that is still training.
      return this.#tasks.now(() => this.#call('pause', {}));
    }
    return this.#tasks.add(() => this.#task(command));
  }

  /** Replaces the recipe on request of the embedding page, and creates its run, from parameters or a checkpoint. */
  begin({ recipe, parameters }: Shared, checkpoint: Checkpoint | null = null): Promise<void> {
    return this.#tasks.add(async () => {
      // The previous run may have been lost with its worker.
      await this.#rest().catch(() => {});
      this.#store.dispatch({ type: 'recipe-given', recipe });
      await this.#open();
      if (parameters !== null) await this.#call('setParameters', { parameters });
      if (checkpoint !== null) await this.#call('restore', { checkpoint });
    });
  }

  /** A checkpoint of the run in its current state; null if there is no run. */
  async checkpoint(): Promise<Checkpoint | null> {
    let kept = null as Checkpoint | null;
    await this.#tasks.add(async () => {
      if (this.#store.state.run !== null) kept = await this.#client.call('checkpoint', {});
    });
    return kept;
  }

  #newTasks(): TaskQueue {
    return new TaskQueue((error) => tellFailure(this.#store, error));
  }

  #task(command: Exclude<Command, { type: 'pause' }>): Promise<void> {
    switch (command.type) {
      case 'train':
        return train(this.#player);
      case 'skip':
        return skip(this.#player);
      case 'keep-training':
        return keepTraining(this.#store, this.#client, () => this.#play());
      case 'step':
        return step(this.#player, command.unit);
      case 'update':
        return update(this.#player, command.pass);
      case 'reset':
        return reset(this.#player);
      case 'new-seed':
        return this.#startWithSeed(randomSeed());
      case 'set-learning-rate':
        return setLearningRate(this.#player, command.learningRate);
      case 'rewind':
        return this.#rewind(command.batch);
      case 'recover':
        return recover(this.#player, command.learningRate);
      case 'resume':
        return this.#resume();
      case 'retry':
        return this.#open();
      case 'edit-parameter':
      case 'undo-edit':
      case 'redo-edit':
      case 'drop-edits':
        return runEdit(command, { store: this.#store, client: this.#client, rest: () => this.#rest() });
      case 'open-link':
      case 'open-file':
      case 'undo-opening':
        return this.#openFromOutside(command);
      case 'check-gradients':
      case 'look-at-slope':
      case 'compare-correction':
        return this.#check(command);
    }
  }

  #play(): Promise<void> {
    const { speed, run } = this.#store.state;
    return this.#call('play', { speed: workerSpeed(speed, run) });
  }

  #startWithSeed(seed: number): Promise<void> {
    this.#store.dispatch({ type: 'field-edited', path: 'training.seed', value: seed });
    return this.#open();
  }

  /** While a slider is dragged, the points in between are skipped. */
  async #rewind(batch: number): Promise<void> {
    const isWanted = () => this.#store.state.pending.rewind === batch;
    if (!isWanted()) return;
    try {
      await this.#call('rewind', { batch });
    } finally {
      if (isWanted()) this.#setPending({ rewind: null });
    }
  }

  async #resume(): Promise<void> {
    if (this.#client.lastCheckpoint === null) {
      await this.#open();
      return;
    }
    this.#store.dispatch({ type: 'run-opening' });
    const reply = await this.#client.recover();
    this.#store.dispatch({ type: 'run-opened', ...reply });
    await this.#play();
  }

  /** Later commands do not wait for a check; one that changes the network ends it. */
  async #check(command: CheckCommand): Promise<void> {
    const { runCheck } = await import('./check-tasks');
    if (command.type === 'check-gradients') {
      // The command refers to the current recipe, although its run may not be created yet.
      await this.#bringUpToDate();
      await this.#rest();
    }
    void this.#tasks.now(() => runCheck(command, this.#store, this.#client));
  }

  async #openFromOutside(command: OpenCommand): Promise<void> {
    const tasks = await import('./open-tasks').catch(() => null);
    if (tasks === null) {
      const sentence =
        'The code that opens links and files could not be loaded. Check the connection, then open it again.';
      this.#store.dispatch({ type: 'opening-refused', sentence });
      return;
    }
    await tasks.runOpening(command, {
      store: this.#store,
      client: this.#client,
      rest: () => this.#rest(),
      open: () => this.#open(),
    });
  }

  /** Pauses training, so that the page has the same parameters as the worker. */
  async #rest(): Promise<void> {
    if (this.#store.state.run?.latest.playing === true) {
      await this.#call('pause', {});
    }
  }

  /** Creates a run from the current recipe, if there is none. A run that was trained can be restored. */
  async #bringUpToDate(): Promise<void> {
    const { recipe, run, crash } = this.#store.state;
    if (recipe === null || !isBehind(this.#store.state)) return;
    if (run !== null && crash === null && !isUntouched(run)) {
      await this.#rest();
      this.#store.dispatch({ type: 'run-left', checkpoint: await this.#client.call('checkpoint', {}) });
    }
    await this.#open();
  }

  /** Called after an edit. If a run was training, the new one trains, too. */
  async #takeUpRecipe(): Promise<void> {
    const { run, crash } = this.#store.state;
    if (crash !== null) return;
    const isPlaying = run?.latest.playing === true;
    const isBehindNow = isBehind(this.#store.state);
    await this.#bringUpToDate();
    if (isPlaying && isBehindNow && this.#store.state.recipe !== null) await this.#play();
  }

  async #open(): Promise<void> {
    clearTimeout(this.#editTimer);
    const { recipe, dependenceFeature } = this.#store.state;
    if (recipe === null) {
      return;
    }
    this.#store.dispatch({ type: 'run-opening' });
    const feature = featureIndex(recipe, dependenceFeature);
    const { description, snapshot } = await this.#client.call('open', { recipe, dependenceFeature: feature });
    this.#store.dispatch({ type: 'run-opened', description, snapshot });
  }

  #setPending(changes: Partial<Pending>): void {
    this.#store.dispatch({ type: 'pending-changed', changes });
  }

  async #call<Name extends SnapshotCall>(name: Name, args: Calls[Name]['args']): Promise<void> {
    const snapshot = await this.#client.call(name, args);
    this.#store.dispatch({ type: 'snapshot-arrived', snapshot: snapshot as Snapshot });
  }

  /** Sends a change of the page's state on to the worker. */
  #follow(state: PageState, before: PageState): void {
    const { run, recipe, speed, dependenceFeature, crash } = state;
    if (recipe !== before.recipe && recipe !== null && crash === null) {
      clearTimeout(this.#editTimer);
      this.#editTimer = setTimeout(() => this.#tasks.add(() => this.#takeUpRecipe()), EDIT_PAUSE);
    }
    if (run === null || crash !== null) {
      return;
    }
    if (speed !== before.speed && run.latest.playing) {
      void this.#tasks.now(() => this.#play());
    }
    if (dependenceFeature !== before.dependenceFeature) {
      const feature = featureIndex(run.description.recipe, dependenceFeature);
      void this.#tasks.now(() => this.#call('setDependenceFeature', { feature }));
    }
  }
}
