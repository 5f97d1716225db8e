import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '../../styles/base';

/** A text to copy, with a button that copies it. */
@customElement('mf-snippet-box')
export class SnippetBox extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }

      pre {
        margin: 0;
        padding: var(--space-3);
        overflow-x: auto;
        border: var(--line);
        background: var(--sunken);
        font-family: var(--font-code);
        font-size: var(--size-1);
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }
    `,
  ];

  /** What the text is; names the text and its button. */
  @property() name = '';
  @property() text = '';

  @state() private outcome = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.outcome = '';
  }

  override render(): TemplateResult {
    return html`
      <pre tabindex="0" role="region" aria-label=${this.name}><code>${this.text}</code></pre>
      <div>
        <button type="button" class="primary" @click=${this.#copy}>Copy the ${this.name}</button>
        <p class="small" role="status">${this.outcome}</p>
      </div>
    `;
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'Copied.';
    } catch {
      const code = this.renderRoot.querySelector('code');
      if (code !== null) getSelection()?.selectAllChildren(code);
      this.outcome = 'The browser does not allow the page to copy. The text is selected, so you can copy it yourself.';
    }
  };
}
