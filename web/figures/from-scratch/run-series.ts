/** Runs trained to their ends one after the other, in one worker, for figures that compare the results. */
import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { VisibilityController } from '../../charts/drawing/observers';
import { EngineError } from '../../engine/engine-error';
import type { Recipe } from '../../recipe/schema';
import { openedRun, type RunState, withSnapshot } from '../../state/run/run-state';
import { TrainingClient } from '../../worker/client';

/** More batches than any run of a lesson has; a run ends by itself before that. */
const TO_THE_END = 1_000_000;

/** The host calls `follow` in its `willUpdate`, and is updated when a run is done. */
export class RunSeries implements ReactiveController {
  /** Why there are no results, in a sentence; empty if there is no problem. */
  problem = '';
  readonly #host: ReactiveElement;
  readonly #visibility: VisibilityController;
  readonly #done = new Map<Recipe, RunState>();
  #wanted: readonly Recipe[] = [];
  #client: TrainingClient | null = null;
  #isTraining = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#visibility = new VisibilityController(host, () => void this.#train());
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#client?.dispose();
    this.#client = null;
    this.problem = '';
  }

  /** A recipe is the same one only if it is the same object. */
  follow(recipes: readonly Recipe[]): void {
    this.#wanted = recipes;
    void this.#train();
  }

  /** The run at its end; null until then. */
  outcome(recipe: Recipe): RunState | null {
    return this.#done.get(recipe) ?? null;
  }

  /** The number of wanted runs that are done. */
  get doneCount(): number {
    return this.#wanted.filter((recipe) => this.#done.has(recipe)).length;
  }

  /** Tries again after a problem. */
  readonly retry = (): void => {
    this.problem = '';
    this.#host.requestUpdate();
    void this.#train();
  };

  async #train(): Promise<void> {
    if (this.#isTraining || !this.#visibility.visible) return;
    this.#isTraining = true;
    try {
      while (this.#host.isConnected && this.problem === '') {
        const next = this.#wanted.find((recipe) => !this.#done.has(recipe));
        if (next === undefined) break;
        await this.#trainOne(next);
        this.#host.requestUpdate();
      }
    } finally {
      this.#isTraining = false;
    }
  }

  async #trainOne(recipe: Recipe): Promise<void> {
    this.#client ??= new TrainingClient();
    const client = this.#client;
    try {
      this.#done.set(recipe, await trained(client, recipe));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // A client that was closed because its page was left is not a problem.
      if (client === this.#client) this.problem = error.message;
    }
  }
}

/** The run at its end, with every point and evaluation, most of which arrive in reports. */
async function trained(client: TrainingClient, recipe: Recipe): Promise<RunState> {
  const { description, snapshot } = await client.call('open', { recipe, dependenceFeature: 0 });
  let run = openedRun(description, snapshot);
  const stopHearing = client.onReport((report) => {
    run = withSnapshot(run, report);
  });
  try {
    const end = await client.call('step', { count: TO_THE_END, unit: 'batches' });
    return withSnapshot(run, end);
  } finally {
    stopHearing();
  }
}

export function seriesNote(series: RunSeries, wanted: number): TemplateResult | typeof nothing {
  if (series.problem !== '') {
    return html`<div role="alert">
      <p>${series.problem}</p>
      <button type="button" @click=${series.retry}>Try again</button>
    </div>`;
  }
  const { doneCount } = series;
  return doneCount === wanted ? nothing : html`<p class="soft">Training: ${doneCount} of ${wanted} runs done.</p>`;
}
