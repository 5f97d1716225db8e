import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base';
import type { Chapter } from './lesson';
import { hashOf, hashOfPage } from './place';
import { isAnswered, type Progress } from './progress';

/** The pages of the reader's chapter, shown beside the page. */
@customElement('mf-chapter-nav')
export class ChapterNav extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: sticky;
        top: var(--space-4);
        max-height: calc(100vh - 2 * var(--space-4));
        overflow-y: auto;
        font-size: var(--size-2);
      }

      nav {
        display: grid;
        gap: var(--space-2);
        padding: 2px;
      }

      ol {
        border-inline-start: 2px solid var(--rule);
      }

      li a {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
        margin-inline-start: -2px;
        padding: var(--space-1) var(--space-3);
        border-inline-start: 2px solid transparent;
        color: var(--ink-soft);
        line-height: 1.35;
        text-decoration: none;
      }

      li a:hover {
        color: var(--ink);
      }

      li a[aria-current] {
        border-color: var(--accent);
        color: var(--ink);
        font-weight: 650;
      }

      .mark {
        color: var(--good);
      }
    `,
  ];

  @property({ attribute: false }) chapter!: Chapter;
  /** The id of the current page. */
  @property({ attribute: false }) current = '';
  @property({ attribute: false }) progress!: Progress;

  override render(): TemplateResult {
    const { title, pages } = this.chapter;
    return html`<nav aria-label="Chapter">
      <a href=${hashOf({ kind: 'contents' })}>All lessons</a>
      <h2 class="small">${title}</h2>
      <ol>
        ${pages.map(
          (page) => html`<li>
            <a href=${hashOfPage(page.id)} aria-current=${page.id === this.current ? 'page' : nothing}
              >${page.title}${
                isAnswered(this.progress, page)
                  ? html`<span class="mark" role="img" aria-label="answered">✓</span>`
                  : nothing
              }</a
            >
          </li>`,
        )}
      </ol>
    </nav>`;
  }
}
