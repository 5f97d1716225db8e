import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PassContext } from '../../diagrams/pass/names';
import type { Drawing, Pass } from '../../state/inside/inside-state';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { TrainedFigure } from '../trained-figure';
import { type GraphStep, graphSteps, withoutLastLinear } from './graph-steps';
import { priceModel } from './price-models';

/** A batch that is walked through, and the steps it takes. */
export interface Walk {
  readonly context: PassContext;
  readonly steps: readonly GraphStep[];
  /** The step on show. */
  readonly at: number;
  readonly step: GraphStep;
}

/** What figures of one pass have in common: the batch that training would take next, traced anew whenever the run has moved. */
export abstract class PassFigure extends TrainedFigure {
  /** Null until the engine has answered. */
  @state() private pass: Pass | null = null;
  #asked: RunState['latest'] | null = null;
  /** Made once for each traced batch, so that nothing below is drawn again without need. */
  #made: Pick<Walk, 'context' | 'steps'> | null = null;

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

  /** Null while there are no numbers of this run. */
  #walk({ description: { runId, recipe, operations } }: RunState): Walk | null {
    const { pass } = this;
    if (pass?.runId !== runId) return null;
    if (this.#made?.context.pass.asked !== pass.asked) {
      const context = withoutLastLinear({ recipe, operations, pass });
      this.#made = { context, steps: graphSteps(context) };
    }
    const { context, steps } = this.#made as Pick<Walk, 'context' | 'steps'>;
    const at = Math.min(this.number('step'), steps.length - 1);
    return { context, steps, at, step: steps[at] as GraphStep };
  }

  /** Said within the walk, beside what it is about. */
  protected override words(): string {
    return '';
  }

  protected picture(run: RunState): TemplateResult {
    const walk = this.#walk(run);
    return walk === null ? html`<p class="soft">Tracing a batch…</p>` : this.walked(walk);
  }

  protected go(step: number): void {
    this.change({ step });
  }
}
