import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DRAWINGS, type Drawing } from '../../state/inside/inside-state';
import { base } from '../../styles/base';
import { send } from '../shell/send';

const NAMES: Readonly<Record<Drawing, string>> = { boxes: 'Boxes', layers: 'Layers', circles: 'Circles' };

/** Chooses how the network is drawn: by its operations, its layers, or its units and weights. */
@customElement('mf-drawing-switch')
export class DrawingSwitch extends LitElement {
  @property({ attribute: false }) drawing: Drawing = 'boxes';

  protected override render(): TemplateResult {
    return html`<div class="choices" role="group" aria-label="Drawing">
      ${DRAWINGS.map(
        (drawing) => html`<button
          type="button"
          aria-pressed=${drawing === this.drawing}
          @click=${() => send(this, { type: 'drawing-chosen', drawing })}
        >
          ${NAMES[drawing]}
        </button>`,
      )}
    </div>`;
  }

  static override styles = [
    base,
    css`
      .choices {
        display: inline-flex;
      }

      button {
        border-radius: 0;
      }

      button + button {
        margin-left: -1.5px;
      }

      button:first-child {
        border-radius: var(--radius) 0 0 var(--radius);
      }

      button:last-child {
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      .choices button[aria-pressed='true']:not(:disabled) {
        background: var(--ink);
        color: var(--paper);
      }

      button:focus-visible {
        z-index: 1;
      }

      @media (max-width: 40rem) {
        button {
          padding: var(--space-1) var(--space-2);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-drawing-switch': DrawingSwitch;
  }
}
