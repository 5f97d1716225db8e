import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '../styles/base';
import { BOOK } from './book/book';
import type { Chapter, PageName } from './lesson';
import { hashOf, hashOfPage } from './place';
import { isAnswered, type Progress } from './progress';

const MORE = [
  { kind: 'book', title: 'By the book' },
  { kind: 'names', title: 'Names: the book’s and ours' },
  { kind: 'exercises', title: 'Exercises' },
  { kind: 'teaching', title: 'Teaching with this' },
] as const;

/** All chapters and their pages, with the reader's progress. */
@customElement('mf-lessons-contents')
export class ContentsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-6);
      }

      h1 {
        font-size: var(--size-5);
      }

      .intro {
        display: grid;
        gap: var(--space-3);
        max-width: 40rem;
        font-size: var(--size-3);
      }

      section {
        display: grid;
        gap: var(--space-3);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-1) var(--space-4);
        padding-bottom: var(--space-2);
        border-bottom: 1.5px solid var(--ink);
      }

      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
        gap: var(--space-3);
      }

      li a {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--space-3);
        height: 100%;
        align-content: start;
        padding: var(--space-3);
        border: var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        text-decoration: none;
      }

      li a:hover {
        border-color: var(--ink);
      }

      h1:focus {
        outline: none;
      }

      nav li a {
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        text-decoration: underline;
      }

      nav ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        font-size: var(--size-2);
      }

      .count {
        grid-row: span 3;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      .title {
        font-weight: 650;
      }

      .mark {
        color: var(--good);
        font-size: var(--size-1);
        font-weight: 600;
      }

      .mark.seen {
        color: var(--ink-soft);
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) chapters: readonly Chapter[] = [];
  @property({ attribute: false }) progress!: Progress;
  /** Whether the progress is stored beyond this visit. */
  @property({ type: Boolean }) lasts = true;

  /** Whether the page is asking the reader to confirm deleting the progress. */
  @state() private asked = false;

  override render(): TemplateResult {
    return html`
      <div class="intro">
        <h1 tabindex="-1">Lessons</h1>
        <p>
          From “what is a function” to a deep network built from parts. Each page explains one idea. You can change
          every figure, and your browser computes every number in it.
        </p>
        <p class="small">
          They follow the book <cite>${BOOK.title}</cite> by ${BOOK.author} (${BOOK.publisher}, ${BOOK.year}), chapters
          1 to 3, in their own words. The project is independent of the author and the publisher.
        </p>
        <nav aria-label="More">
          <ul>
            ${MORE.map(({ kind, title }) => html`<li><a href=${hashOf({ kind })}>${title}</a></li>`)}
          </ul>
        </nav>
        ${this.#remembered()}
      </div>
      ${this.chapters.map(
        (chapter) => html`<section>
          <div class="head">
            <h2>${chapter.number} ${chapter.title}</h2>
            <p class="small soft">${this.#tally(chapter)}</p>
          </div>
          <ol>
            ${chapter.pages.map((page, index) => this.#entry(page, index + 1))}
          </ol>
        </section>`,
      )}
    `;
  }

  #entry(page: PageName, count: number): TemplateResult {
    return html`<li>
      <a href=${hashOfPage(page.id)}>
        <span class="count">${count}</span>
        <span class="title">${page.title}</span>
        <span class="small soft">${page.question}</span>
        ${this.#mark(page)}
      </a>
    </li>`;
  }

  #mark(page: PageName): TemplateResult | typeof nothing {
    if (isAnswered(this.progress, page)) return html`<span class="mark">✓ answered</span>`;
    return this.progress.visited.includes(page.id) ? html`<span class="mark seen">seen</span>` : nothing;
  }

  #tally({ pages }: Chapter): string {
    const done = pages.filter((page) => isAnswered(this.progress, page)).length;
    return done === 0
      ? pages.length === 1
        ? '1 page'
        : `${pages.length} pages`
      : `${done} of ${pages.length} pages answered`;
  }

  #remembered(): TemplateResult | typeof nothing {
    if (!this.lasts) {
      return html`<p class="small soft">
        Your progress is remembered for this visit only, because the browser does not let this page store anything.
      </p>`;
    }
    if (this.progress.visited.length === 0) return nothing;
    if (this.asked) {
      return html`<p class="small" role="group" aria-label="Forget my progress">
        Delete the record of the pages you have seen and the questions you have answered?
        <button type="button" class="sure" @click=${this.#forget}>Forget</button>
        <button type="button" @click=${this.#ask}>Keep</button>
      </p>`;
    }
    return html`<p class="small soft">
      Your progress is stored only in this browser.
      <button type="button" class="ask" @click=${this.#ask}>Forget my progress</button>
    </p>`;
  }

  readonly #ask = async (): Promise<void> => {
    this.asked = !this.asked;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.asked ? '.sure' : '.ask')?.focus();
  };

  readonly #forget = (): void => {
    this.asked = false;
    this.dispatchEvent(new CustomEvent('progress-forgotten', { bubbles: true, composed: true }));
    this.renderRoot.querySelector('h1')?.focus();
  };
}
