import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { base } from '../../styles/base';
import { isFromEmbed } from '../host/frame-line';
import { FRAME_PERMISSIONS } from './snippets';

/** The embed itself, in a frame as on the author's page; fires `mf-height-wanted` with the height of its content. */
@customElement('mf-frame-preview')
export class FramePreview extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        max-height: calc(100vh - 6rem);
        overflow: auto;
        resize: horizontal;
      }

      iframe {
        display: block;
        max-width: 100%;
        border: 0;
      }
    `,
  ];

  @property() address = '';
  @property() frameTitle = '';
  @property() width = '';
  @property({ type: Number }) height = 0;
  @property() sandbox = '';

  override connectedCallback(): void {
    super.connectedCallback();
    // It scrolls, so it can be reached by keys.
    this.tabIndex = 0;
    this.role = 'group';
    this.ariaLabel = 'The embed in its frame';
    addEventListener('message', this.#hear);
  }

  override disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    // A sandbox applies from the next page of a frame on, so a new frame is made.
    return html`${keyed(
      `${this.sandbox} ${this.address}`,
      html`<iframe
        src=${this.address}
        title=${this.frameTitle}
        width=${this.width}
        height=${this.height}
        sandbox=${this.sandbox}
        allow=${FRAME_PERMISSIONS}
      ></iframe>`,
    )}`;
  }

  readonly #hear = ({ data, source }: MessageEvent): void => {
    if (source !== this.renderRoot.querySelector('iframe')?.contentWindow || !isFromEmbed(data)) return;
    if (data.type !== 'resize' || typeof data.height !== 'number') return;
    this.dispatchEvent(new CustomEvent('mf-height-wanted', { detail: data.height }));
  };
}
