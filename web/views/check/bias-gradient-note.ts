import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Correction } from '../../state/check/check-state';
import { measure } from '../../state/page/format';
import { base } from '../../styles/base';
import { tables } from '../../styles/tables';
import { send } from '../shell/send';

/**
 * A note about the bug in the course's bias gradient: what it is, how to correct it, and what difference that makes.
 */
@customElement('mf-bias-gradient-note')
export class BiasGradientNote extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      p {
        max-width: 75ch;
      }

      table {
        width: auto;
      }

      tbody th {
        min-width: 9rem;
        white-space: normal;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  /** True if the last check found the bug. */
  @property({ attribute: false }) explains = false;
  /** True if the current run uses the correct gradient. */
  @property({ attribute: false }) isCorrected = false;
  @property({ attribute: false }) correction: Correction | null = null;

  override render(): TemplateResult {
    return html`${this.explains ? this.#explanation() : nothing}
      ${
        this.isCorrected
          ? html`<p>The run on the page now uses the right gradient. Check it again: every element should agree.</p>`
          : nothing
      }
      ${this.correction?.status === 'running' ? this.#progress(this.correction.done) : nothing}
      <div role="status">${this.#difference()}</div>`;
  }

  #explanation(): TemplateResult {
    const isRunning = this.correction?.status === 'running';
    return html`<p>
        <strong>The bug.</strong> The gradient of a bias is the sum of ∂L/∂(output) over the rows, one sum for each
        unit. The code of chapter 2 also sums over the units, so every bias of the layer gets the same gradient.
        Training still works, because the weights have the right gradients and compensate, but the biases do not follow
        the slope of the loss.
      </p>
      <div class="actions">
        <button type="button" class="primary" @click=${this.#correct}>Use the right gradient</button>
        <button type="button" ?disabled=${isRunning} @click=${() => send(this, { type: 'compare-correction' })}>
          Train both and compare
        </button>
      </div>`;
  }

  #difference(): TemplateResult | typeof nothing {
    const { correction } = this;
    if (correction === null) return nothing;
    if (correction.status === 'running') return html`<p class="soft">Training both to the end of the recipe…</p>`;
    if (correction.status === 'cancelled') return html`<p class="soft">The comparison was cancelled.</p>`;
    const { summed, corrected } = correction;
    const better = corrected.rmse < summed.rmse ? 'better' : 'worse';
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The difference"><table>
        <caption>
          Both trained to the end, from the same first weights
        </caption>
        <thead>
          <tr>
            <th scope="col">Bias gradient</th>
            <th scope="col">Test RMSE</th>
            <th scope="col">Test MAE</th>
          </tr>
        </thead>
        <tbody>
          <tr data-gradient="summed">
            <th scope="row">Summed over units, as in the course</th>
            <td>${measure(summed.rmse)}</td>
            <td>${measure(summed.mae)}</td>
          </tr>
          <tr data-gradient="right">
            <th scope="row">One for each unit</th>
            <td>${measure(corrected.rmse)}</td>
            <td>${measure(corrected.mae)}</td>
          </tr>
        </tbody>
      </table></div>
      <p class="small soft">
        On the test rows the right gradient does ${better} here by an RMSE of
        ${measure(Math.abs(corrected.rmse - summed.rmse))}. This is one split and one seed. But only this gradient is the gradient of the loss.
      </p>`;
  }

  #progress(done: number): TemplateResult {
    return html`<div class="actions">
      <progress aria-label="Training both" max="1" .value=${done}></progress>
      <span class="number" aria-hidden="true">${Math.floor(100 * done)} %</span>
      <button type="button" @click=${this.#cancel}>Cancel</button>
    </div>`;
  }

  readonly #cancel = (): void => {
    send(this, { type: 'check-changed', changes: { correction: { status: 'cancelled' } } });
  };

  readonly #correct = (): void => {
    send(this, { type: 'compare-correction' });
    send(this, { type: 'field-edited', path: 'quirks.summedBiasGradient', value: false });
    send(this, { type: 'reset' });
  };
}
