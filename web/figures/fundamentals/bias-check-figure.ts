import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatNumber } from '../../charts/numbers/format';
import type { CheckedPart, FinishedCheck } from '../../state/check/check-state';
import { type Judgement, judge, NUDGE, roundingNoise, TOLERANCE } from '../../state/check/gradient-check';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { TrainedFigure } from '../trained-figure';
import { priceModel } from './price-models';

const GRADIENTS: Readonly<Record<string, string>> = {
  network: 'as in the course',
  'network-corrected': 'right gradient',
};

/** `B1` is the second parameter of the network, after W1. */
const HIDDEN_BIASES = 1;

/** Compares every gradient of the network with nudging, on the next batch; the hidden biases one by one. */
@customElement('mf-bias-check-figure')
export class BiasCheckFigure extends TrainedFigure {
  @state() private check: FinishedCheck | null = null;
  #asked: RunState['latest'] | null = null;

  protected override readonly isTrainedFirst = false;

  protected get recipe() {
    return priceModel(this.text('model'));
  }

  protected get figureTitle(): string {
    return 'Every gradient checked by nudging';
  }

  protected override choices(): TemplateResult {
    return choiceField({
      id: 'model',
      label: 'Bias gradient',
      of: Object.keys(GRADIENTS),
      value: this.text('model'),
      title: (model) => GRADIENTS[model] ?? '',
      choose: (model) => this.change({ model }),
    });
  }

  protected override updated(): void {
    const { run } = this.training;
    if (run !== null && !run.latest.playing && this.#asked !== run.latest) void this.#checkAll(run);
  }

  async #checkAll({ description, latest }: RunState): Promise<void> {
    this.#asked = latest;
    const traced = await this.training.ask('trace', { rows: 'next' });
    if (traced === null) return;
    const { rows, trace } = traced;
    const parts: CheckedPart[] = [];
    for (const [nudged, shape] of description.parameters.entries()) {
      const count = shape.rows * shape.columns;
      const comparison = await this.training.ask('compareGradients', { rows, nudged, first: 0, count, step: NUDGE });
      if (comparison === null || this.#asked !== latest) return;
      parts.push({ nudged, comparison });
    }
    const { runId, parameters, progress } = latest;
    const place = { runId, parameters, epoch: progress.epoch, batch: progress.batch };
    this.check = { status: 'done', ...place, rows, parts, noise: roundingNoise(trace) };
  }

  protected override words(run: RunState): string {
    if (this.check?.runId !== run.description.runId) return '';
    const failing = judge(this.check, 1).parts.flatMap(({ part, failed }) =>
      failed === 0 ? [] : [`${failed} elements of ${run.description.parameters[part.nudged as number]?.name}`],
    );
    const verdict = failing.length === 0 ? 'All gradients agree with nudging.' : `Wrong: ${failing.join(', ')}.`;
    return `On batch ${this.check.batch + 1}, ${this.check.rows.length} rows. ${verdict}`;
  }

  protected picture(run: RunState): TemplateResult {
    if (this.check?.runId !== run.description.runId) return html`<p class="soft">Nudging every parameter…</p>`;
    return html`<div class="pair">${this.#parameters(run, judge(this.check, 1))} ${this.#biases(this.check)}</div>
      <p class="small soft">
        Each number is nudged by ${formatNumber(NUDGE, 1)} up and down; gradients agree up to a relative error of
        ${formatNumber(TOLERANCE, 1)}.
      </p>`;
  }

  #parameters({ description }: RunState, { parts }: Judgement): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="By parameter">
      <table class="parts">
        <caption>
          By parameter
        </caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Elements</th>
            <th scope="col">Wrong</th>
            <th scope="col">Worst relative error</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map(({ part, count, failed, worst }) => {
            const name = description.parameters[part.nudged as number]?.name;
            return html`<tr data-parameter=${name ?? nothing}>
              <th scope="row">${name}</th>
              <td>${count}</td>
              <td class=${failed > 0 ? 'failing' : ''}>${failed > 0 ? `▲ ${failed}` : '✓ none'}</td>
              <td>${formatNumber(worst.error, 2)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #biases({ parts }: FinishedCheck): TemplateResult | typeof nothing {
    const comparison = parts[HIDDEN_BIASES]?.comparison;
    if (comparison === undefined) return nothing;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The hidden biases">
      <table class="biases">
        <caption>
          ∂L/∂B1, one number for each hidden unit
        </caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Backward pass</th>
            <th scope="col">Nudging</th>
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            comparison.analytic,
            (analytic, unit) => html`<tr>
              <th scope="row">${unit + 1}</th>
              <td>${formatNumber(analytic, 6)}</td>
              <td>${formatNumber(comparison.numeric[unit] as number, 6)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    ...TrainedFigure.styles,
    css`
      .failing {
        color: var(--bad);
        font-weight: 700;
      }
    `,
  ];
}
