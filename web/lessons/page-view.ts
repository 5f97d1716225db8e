import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { base } from '../styles/base';
import './chapter-nav';
import './figure-slot';
import { explanationIds } from '../explanations/explanations';
import type { Block, Chapter, LessonPage, PageName } from './lesson';
import { prose } from './lesson-styles';
import type { PageValues } from './page-values';
import { hashOfPage } from './place';
import { answeredOf, type Progress } from './progress';
import './question-card';
import { WideParts } from './wide-parts';

/** One page of a chapter, from its question to where it leads. */
@customElement('mf-lesson-page')
export class PageView extends LitElement {
  static override styles = [
    base,
    prose,
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

      .question {
        max-width: var(--measure);
        color: var(--ink-soft);
        font-size: var(--size-4);
        line-height: 1.4;
      }

      .do {
        padding: var(--space-3) var(--space-4);
        border-inline-start: 4px solid var(--accent);
        background: var(--surface);
      }

      .do > h2 {
        margin-bottom: var(--space-1);
        color: var(--accent);
        font-size: var(--size-2);
      }

      .ways-to-see {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }

      .ways-to-see > h2 {
        color: var(--ink-soft);
        font-size: var(--size-1);
        font-weight: 600;
      }

      .note {
        padding-inline-start: var(--space-4);
        border-inline-start: 4px solid var(--rule);
        color: var(--ink-soft);
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
        .ways {
          display: none;
        }

        .do,
        mf-figure-slot,
        mf-question {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: LessonPage;
  @property({ attribute: false }) chapter!: Chapter;
  @property({ attribute: false }) previous: PageName | null = null;
  @property({ attribute: false }) next: PageName | null = null;
  /** Of every figure on the page. */
  @property({ attribute: false }) values!: PageValues;
  @property({ attribute: false }) progress!: Progress;
  /** Without its chapter beside it: on another page. */
  @property({ attribute: false }) isAlone = false;
  /** What in the address could not be used. */
  @property({ attribute: false }) sentences: readonly string[] = [];

  constructor() {
    super();
    new WideParts(this);
  }

  override render(): TemplateResult {
    const { id, title, question, leads, blocks } = this.page;
    const place = this.chapter.pages.findIndex((page) => page.id === id) + 1;
    return html`<article>
      <header>
        <p class="small soft">
          Chapter ${this.chapter.number}, ${this.chapter.title}: page ${place} of ${this.chapter.pages.length}
        </p>
        <h1 tabindex="-1">${title}</h1>
        <p class="question">${question}</p>
        ${this.sentences.map((sentence) => html`<p class="note" role="status">${sentence} The page’s own value stands.</p>`)}
      </header>
      ${repeat(
        blocks,
        // A block of another page is never made into one of this.
        (_, index) => `${id} ${index}`,
        (block) => this.#block(block),
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

  #block(block: Block): TemplateResult {
    switch (block.kind) {
      case 'text':
        return html`<div class="prose">${unsafeHTML(block.html)}</div>`;
      case 'do':
        return html`<section class="do">
          <h2>To do</h2>
          <div class="prose">${unsafeHTML(block.html)}</div>
        </section>`;
      case 'note':
        return html`<aside class="note prose">${unsafeHTML(block.html)}</aside>`;
      case 'figure':
        return html`<mf-figure-slot .figure=${block} .values=${this.values.get(block.id)}></mf-figure-slot>`;
      case 'three-ways':
        return html`<section class="sheet ways-to-see">
          <h2>Math, diagram, code</h2>
          <h3>${titleOfSubject(block.subject)}</h3>
          <mf-three-ways .subject=${block.subject}></mf-three-ways>
        </section>`;
      case 'question':
        return html`<mf-question .question=${block} ?answered=${answeredOf(this.progress, this.page.id).includes(block.id)}></mf-question>`;
    }
  }

  #way(page: PageName | null, direction: 'previous' | 'next'): TemplateResult | typeof nothing {
    if (page === null) return nothing;
    return html`<a class=${direction} rel=${direction === 'next' ? 'next' : 'prev'} href=${hashOfPage(page.id)}>
      <span>${direction === 'next' ? 'Next' : 'Previous'}</span>${page.title}
    </a>`;
  }
}

function titleOfSubject(subject: string): string {
  return explanationIds.find(({ id }) => id === subject)?.title ?? subject;
}
