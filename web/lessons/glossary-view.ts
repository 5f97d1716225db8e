import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { base } from '../styles/base';
import type { GlossaryEntry } from './lesson';
import { prose } from './lesson-styles';
import { hashOf } from './place';
import { WideParts } from './wide-parts';

/** Every term and its meaning; the term in the address is scrolled into view. */
@customElement('mf-glossary')
export class GlossaryView extends LitElement {
  static override styles = [
    base,
    prose,
    css`
      :host {
        --measure: 44rem;
        display: grid;
        gap: var(--space-5);
      }

      h1 {
        font-size: var(--size-5);
      }

      dl {
        display: grid;
        gap: var(--space-2);
        max-width: 52rem;
      }

      dl > div {
        padding: var(--space-2) var(--space-3);
        border-inline-start: 4px solid transparent;
        scroll-margin-top: var(--space-5);
      }

      dl > div.chosen {
        border-color: var(--accent);
        background: var(--surface);
      }

      dl > div:focus {
        outline: none;
      }

      dt {
        font-weight: 680;
      }

      dt a {
        color: inherit;
        text-decoration: none;
      }

      dt a:hover {
        text-decoration: underline;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly GlossaryEntry[] = [];
  @property({ attribute: false }) term: string | null = null;

  constructor() {
    super();
    new WideParts(this);
  }

  override render(): TemplateResult {
    return html`
      <h1>Glossary</h1>
      <dl>
        ${this.entries.map(
          ({ id, term, html: meaning }) => html`<div id=${id} tabindex="-1" class=${id === this.term ? 'chosen' : ''}>
            <dt><a href=${hashOf({ kind: 'glossary', term: id })}>${term}</a></dt>
            <dd class="prose">${unsafeHTML(meaning)}</dd>
          </div>`,
        )}
      </dl>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('term') || this.term === null) return;
    // After the page has scrolled to its top, which happens when it opens.
    requestAnimationFrame(() => {
      const entry = this.renderRoot.querySelector<HTMLElement>('.chosen');
      entry?.scrollIntoView({ block: 'center' });
      entry?.focus({ preventScroll: true });
    });
  }
}
