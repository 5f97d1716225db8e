import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from '../styles/base';
import { copyStore } from './copy-state';

/** Offers a newer release in a corner; the reader can continue until accepting it. */
@customElement('mf-update-offer')
export class UpdateOffer extends LitElement {
  static override styles = [
    base,
    css`
      .offer {
        position: fixed;
        z-index: 4;
        inset: auto var(--space-4) var(--space-4) auto;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: end;
        gap: var(--space-2) var(--space-4);
        max-width: calc(100vw - 2 * var(--space-4));
        padding: var(--space-3) var(--space-4);
        border: 1.5px solid var(--ink);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: var(--size-2);
      }

      p {
        flex: 1 1 9rem;
      }

      .choice {
        display: flex;
        gap: var(--space-2);
      }

      @media (max-width: 40rem) {
        /* The transport bar is below. */
        .offer {
          inset: var(--space-2) var(--space-2) auto;
          max-width: none;
        }
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @state() private isPutOff = false;
  #stop = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = copyStore.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.#stop();
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const { useNewer } = copyStore.state;
    const isOffered = useNewer !== null && !this.isPutOff;
    // The live region must exist before there is something to announce.
    return html`<section class=${isOffered ? 'offer' : ''} aria-label=${isOffered ? 'Update' : nothing}>
      <p role="status">${isOffered ? 'A new version of Minifactory is ready.' : nothing}</p>
      ${isOffered ? this.#choice(useNewer) : nothing}
    </section>`;
  }

  #choice(useNewer: () => void): TemplateResult {
    return html`<div class="choice">
      <button type="button" class="primary" @click=${useNewer}>Use it now</button>
      <button type="button" @click=${this.#later}>Later</button>
    </div>`;
  }

  readonly #later = (): void => {
    this.isPutOff = true;
  };
}
