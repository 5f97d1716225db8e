import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { counted } from '../../state/page/format';
import type { PageState } from '../../state/page/page-state';
import { canOverlay, hasSameRows, overlaidRuns } from '../../state/runs/overlay';
import type { StoredRun } from '../../state/runs/stored-run';
import { MOST_OVERLAID } from '../../state/runs/stored-runs';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import { behindSwatch } from './run-swatch';

/** Chooses the stored runs that are drawn behind the live one; closed at first. */
@customElement('mf-overlay-picker')
export class OverlayPicker extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      summary {
        display: flex;
        align-items: center;
        min-height: 1.75rem;
        padding: 0 var(--space-3);
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: var(--size-1);
        list-style: none;
        cursor: pointer;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary::after {
        content: '▾' / '';
        padding-left: var(--space-2);
      }

      /* Below its button, aligned with the right edge of its chart. */
      .choice {
        position: absolute;
        right: var(--space-4);
        z-index: 1;
        display: grid;
        gap: var(--space-2);
        width: 19rem;
        max-width: calc(100% - 2 * var(--space-4));
        max-height: 17rem;
        margin-top: var(--space-1);
        padding: var(--space-3);
        overflow-y: auto;
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--surface);
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-2);
        overflow-wrap: anywhere;
      }

      input[type='checkbox'] {
        margin: 0;
      }

      svg {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onPointerDown);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('pointerdown', this.#onPointerDown);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const count = overlaidRuns(this.state).length;
    return html`<details @keydown=${this.#onKeyDown}>
      <summary>${count > 0 ? `Compared with ${counted(count, 'run', 'runs')}` : 'Compare with runs'}</summary>
      <div class="choice">${this.#choice()}</div>
    </details>`;
  }

  #choice(): TemplateResult | TemplateResult[] {
    const { stored } = this.state.runs;
    if (stored.length === 0) {
      return html`<p class="small soft">There are no stored runs yet. Train one to its end, then train another to compare.</p>`;
    }
    const isFull = overlaidRuns(this.state).length >= MOST_OVERLAID;
    return [
      html`<p class="small soft">Draws up to ${MOST_OVERLAID} runs behind the current run.</p>`,
      ...stored.toReversed().map((run) => this.#option(run, isFull)),
    ];
  }

  #option(run: StoredRun, isFull: boolean): TemplateResult {
    const { id, name } = run;
    const isChosen = this.state.runs.overlaid.includes(id);
    const recipe = this.state.run?.description.recipe;
    const fits = recipe === undefined || canOverlay(run, recipe);
    return html`<label>
      <input
        type="checkbox"
        .checked=${live(isChosen && fits)}
        ?disabled=${!fits || (isFull && !isChosen)}
        @change=${(event: Event) =>
          send(this, { type: 'run-overlaid', id, overlaid: (event.target as HTMLInputElement).checked })}
      />
      ${behindSwatch(run)}
      <span
        >${name}${
          fits
            ? recipe !== undefined && !hasSameRows(run.recipe, recipe)
              ? html` <span class="small soft">(other test rows)</span>`
              : nothing
            : html` <span class="small soft">(predicts ${run.recipe.data.target})</span>`
        }</span
      >
    </label>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.renderRoot.querySelector('details[open]') === null) return;
    event.preventDefault();
    this.#fold();
    this.renderRoot.querySelector('summary')?.focus();
  };

  readonly #onPointerDown = (event: Event): void => {
    if (!event.composedPath().includes(this)) {
      this.#fold();
    }
  };

  #fold(): void {
    this.renderRoot.querySelector('details')?.removeAttribute('open');
  }
}
