import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PassContext } from '../../diagrams/pass/names';
import type { Drawing, Pass } from '../../state/inside/inside-state';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { StepPlayer } from '../step-player';
import { TrainedFigure } from '../trained-figure';
import { type GraphStep, graphSteps, withoutLastLinear } from './graph-steps';
import { priceModel } from './price-models';

/** A traced batch, and the steps of its pass. */
export interface Walk {
  readonly context: PassContext;
  readonly steps: readonly GraphStep[];
  /** The current step. */
  readonly at: number;
  readonly step: GraphStep;
  /** The position of a pulse within this step, from 0 to 1; null if there is no pulse. */
  readonly pulse: number | null;
  readonly isPlaying: boolean;
}

/** Milliseconds for each step while it plays. */
const PACE = 1500;

/**
 * The base of figures that show one pass: they trace the batch that training would take next, each time the run has
 * changed.
 */
export abstract class PassFigure extends TrainedFigure {
  /** Null until the engine has answered. */
  @state() private pass: Pass | null = null;
  #asked: RunState['latest'] | null = null;
  /** Created once for each traced batch, so that nothing below is redrawn without need. */
  #made: Pick<Walk, 'context' | 'steps'> | null = null;

  /** Plays beyond the last step, so that the pulse of the last step is also visible. */
  readonly #player = new StepPlayer(this, (step) => this.change({ step: Math.min(step, this.#lastStep) }));

  protected override readonly isTrainedFirst = false;

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected abstract walked(walk: Walk): TemplateResult;

  protected override choices(): TemplateResult {
    return choiceField({
      id: 'drawing',
      label: 'Drawn as',
      of: ['boxes', 'layers', 'circles'] satisfies readonly Drawing[],
      value: this.text('drawing'),
      choose: (drawing) => this.change({ drawing }),
    });
  }

  protected override updated(): void {
    const { run } = this.training;
    if (run !== null && !run.latest.playing && this.#asked !== run.latest) void this.#trace(run);
  }

  async #trace({ latest }: RunState): Promise<void> {
    this.#asked = latest;
    const answer = await this.training.ask('trace', { rows: 'next' });
    if (answer !== null && this.#asked === latest) {
      this.pass = { runId: latest.runId, source: 'next', asked: latest, ...answer };
    }
  }

  /** Null while there is no traced batch of this run. */
  #walk({ description: { runId, recipe, operations } }: RunState): Walk | null {
    const { pass } = this;
    if (pass?.runId !== runId) return null;
    if (this.#made?.context.pass.asked !== pass.asked) {
      const context = withoutLastLinear({ recipe, operations, pass });
      this.#made = { context, steps: graphSteps(context) };
    }
    const { context, steps } = this.#made as Pick<Walk, 'context' | 'steps'>;
    const played = this.#player.at ?? this.number('step');
    const at = Math.min(Math.floor(played), steps.length - 1);
    const pulse = played > at ? played - at : null;
    return { context, steps, at, step: steps[at] as GraphStep, pulse, isPlaying: this.#player.isPlaying };
  }

  get #lastStep(): number {
    return (this.#made?.steps.length ?? 1) - 1;
  }

  /** Sends a pulse through all steps, or stops it. */
  protected readonly play = (): void => {
    const { isPlaying } = this.#player;
    const at = Math.min(this.number('step'), this.#lastStep);
    if (isPlaying) this.#player.pause();
    else this.#player.play(at === this.#lastStep ? 0 : at, this.#lastStep + 1, PACE);
  };

  /** Shown with the controls of the steps, beside the picture that it describes. */
  protected override words(): string {
    return '';
  }

  protected picture(run: RunState): TemplateResult {
    const walk = this.#walk(run);
    return walk === null ? html`<p class="soft">Tracing a batch…</p>` : this.walked(walk);
  }

  protected go(step: number): void {
    this.#player.pause();
    this.change({ step });
  }
}
