import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../styles/base';
import { blocks } from './block-styles';
import { type PageState, partOfPage } from './block-view';
import './chapter-nav';
import { changedFigures, waitingFigures } from './hidden-figures';
import type { Chapter, LessonPage, PageName } from './lesson';
import type { PageValues } from './page-values';
import { hashOf, hashOfPage } from './place';
import { answeredOf, type Progress, predictionsOf } from './progress';
import { WideParts } from './wide-parts';
import { worked } from './worked';

/** One page of a chapter, from its question to the next one. */
@customElement('mf-lesson-page')
export class PageView extends LitElement {
  static override styles = [
    base,
    ...blocks,
    css`
      article {
        --measure: 40rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
      }

      :host {
        display: grid;
        grid-template-columns: minmax(0, 52rem) minmax(11rem, 15rem);
        justify-content: space-between;
        gap: var(--space-6);
        align-items: start;
      }

      header {
        display: grid;
        gap: var(--space-2);
      }

      h1 {
        font-size: var(--size-5);
      }

      .room {
        margin-inline-start: var(--space-4);
      }

      .question {
        max-width: var(--measure);
        color: var(--ink-soft);
        font-size: var(--size-4);
        line-height: 1.4;
      }

      .leads {
        display: grid;
        gap: var(--space-3);
        padding-top: var(--space-4);
        border-top: 1.5px solid var(--ink);
      }

      .leads p {
        max-width: var(--measure);
        font-size: var(--size-3);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--space-3);
      }

      .ways a {
        display: grid;
        padding: var(--space-2) var(--space-4);
        border: 1.5px solid var(--ink);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font-weight: 600;
        text-decoration: none;
      }

      .ways a:hover {
        background: var(--sunken);
      }

      .ways span {
        color: var(--ink-soft);
        font-size: var(--size-1);
        font-weight: 400;
      }

      .ways .next {
        margin-inline-start: auto;
        text-align: end;
      }

      @media (max-width: 70rem) {
        :host {
          grid-template-columns: minmax(0, 52rem);
        }

        mf-chapter-nav {
          display: none;
        }
      }

      @media print {
        :host {
          display: block;
        }

        mf-chapter-nav,
        .room,
        .ways {
          display: none;
        }

      }
    `,
  ];

  @property({ attribute: false }) page!: LessonPage;
  @property({ attribute: false }) chapter!: Chapter;
  @property({ attribute: false }) previous: PageName | null = null;
  @property({ attribute: false }) next: PageName | null = null;
  /** The values of every figure on the page. */
  @property({ attribute: false }) values!: PageValues;
  @property({ attribute: false }) progress!: Progress;
  /** Without the list of its chapter, as in an embed. */
  @property({ attribute: false }) isAlone = false;
  /** Sentences about the parts of the address that could not be used. */
  @property({ attribute: false }) sentences: readonly string[] = [];

  /**
   * Figures that were shown on this visit because the address contains their state. They no longer wait for a
   * prediction.
   */
  #shown: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new WideParts(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('page')) this.#shown = new Set();
    if (changed.has('values')) this.#shown = new Set([...this.#shown, ...changedFigures(this.page, this.values)]);
  }

  override render(): TemplateResult {
    const { id, title, question, leads, source } = this.page;
    const predicted = predictionsOf(this.progress, id);
    const state: PageState = {
      values: this.values,
      answered: answeredOf(this.progress, id),
      predicted,
      waiting: new Set([...waitingFigures(this.page, predicted)].filter((figure) => !this.#shown.has(figure))),
    };
    const place = this.chapter.pages.findIndex((page) => page.id === id) + 1;
    return html`<article>
      <header>
        <p class="small soft">
          Chapter ${this.chapter.number}, ${this.chapter.title}: page ${place} of ${this.chapter.pages.length}${
            this.isAlone
              ? nothing
              : html`<a class="room" href=${hashOf({ kind: 'projector', id, slide: 1, query: new Map() })}>Projector mode</a>`
          }
        </p>
        <h1 tabindex="-1">${title}</h1>
        <p class="question">${question}</p>
        ${source === '' ? nothing : html`<p class="small soft">In <a href=${hashOf({ kind: 'book' })}>the book</a>: ${source}.</p>`}
        ${this.sentences.map((sentence) => html`<p class="note" role="status">${sentence} The page uses its own value.</p>`)}
      </header>
      ${repeat(
        worked(this.page.blocks),
        // A block of another page is never reused for this one.
        (_, index) => `${id} ${index}`,
        (part) => partOfPage(part, state),
      )}
      <footer class="leads">
        <p>${leads}</p>
        <nav class="ways" aria-label="Pages">${this.#way(this.previous, 'previous')} ${this.#way(this.next, 'next')}</nav>
      </footer>
    </article>
    ${
      this.isAlone
        ? nothing
        : html`<mf-chapter-nav .chapter=${this.chapter} .current=${id} .progress=${this.progress}></mf-chapter-nav>`
    }`;
  }

  #way(page: PageName | null, direction: 'previous' | 'next'): TemplateResult | typeof nothing {
    if (page === null) return nothing;
    return html`<a class=${direction} rel=${direction === 'next' ? 'next' : 'prev'} href=${hashOfPage(page.id)}>
      <span>${direction === 'next' ? 'Next' : 'Previous'}</span>${page.title}
    </a>`;
  }
}
