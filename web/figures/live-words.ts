import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ThrottledWords } from '../charts/drawing/throttled-words';

/** Milliseconds between two announcements; dragging a handle makes many more. */
const INTERVAL = 700;

/** A sentence that follows a figure, announced politely, and no faster than it can be read aloud. */
@customElement('mf-live-words')
export class LiveWords extends LitElement {
  @property({ attribute: false }) text = '';
  private readonly words = new ThrottledWords(this, ['text'], INTERVAL);

  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    return this.words.areDue(changed);
  }

  protected override render(): TemplateResult {
    return html`<p role="status">${this.text}</p>`;
  }

  static override styles = css`
    :host {
      display: block;
    }
    p {
      margin: 0;
      color: var(--ink-soft);
      font-size: var(--size-2);
      font-variant-numeric: tabular-nums;
      line-height: 1.45;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-live-words': LiveWords;
  }
}
