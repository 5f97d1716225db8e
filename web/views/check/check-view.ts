import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import './edit-panel';
import './gradient-panel';
import './learned-features';

/**
 * The check view: gradients compared with numeric ones, parameters changed by hand, and what the units have learned.
 */
@customElement('mf-check-view')
export class CheckView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }

      .intro {
        max-width: 70ch;
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult {
    const { run } = this.state;
    return html`
      <div>
        <h2>Check the network</h2>
        <p class="soft intro">
          For the network of the current run, you can check the gradients numerically, change any number and see the
          effect, and see which features its units respond to.
        </p>
      </div>
      ${
        run === null
          ? html`<p class="sheet soft">
            ${this.state.engine.status === 'failed' ? 'There is no network to check.' : 'Loading the engine…'}
          </p>`
          : html`<mf-gradient-panel class="sheet" .run=${run} .check=${this.state.check}></mf-gradient-panel>
            ${isShown(this.state, 'edit') ? this.#edit(run) : nothing}
            <mf-learned-features class="sheet" .run=${run}></mf-learned-features>`
      }
    `;
  }

  #edit(run: RunState): TemplateResult {
    return html`<mf-edit-panel
      class="sheet"
      .run=${run}
      .edits=${this.state.edits}
      .pending=${this.state.pending.edit}
    ></mf-edit-panel>`;
  }
}
