import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { copyStore } from './copy-state';

/** Shows a note when the page works without a connection. */
@customElement('mf-offline-note')
export class OfflineNote extends LitElement {
  static override styles = css`
    @media print {
      :host {
        display: none;
      }
    }
  `;

  #stop = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = copyStore.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.#stop();
    super.disconnectedCallback();
  }

  override render(): TemplateResult | typeof nothing {
    return copyStore.state.isStored ? html`<span>Works offline now.</span>` : nothing;
  }
}
