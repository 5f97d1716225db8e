import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Guide, PageGuide } from '../lesson';
import { hashOf, hashOfPage } from '../place';
import { reference } from '../reference-styles';
import { BOOK } from './book';
import { type BookChapter, type BookFigure, type BookSection, CHAPTERS_OF_BOOK } from './contents';

/** Every section and figure of the book's chapters, with the pages that cover it. */
@customElement('mf-by-the-book')
export class BookView extends LitElement {
  static override styles = [
    ...reference,
    css`
      th {
        width: 58%;
      }

      th.level-2 {
        padding-inline-start: var(--space-5);
        font-weight: 400;
      }

      th.level-3 {
        padding-inline-start: calc(2 * var(--space-5));
        font-weight: 400;
      }

      .figure {
        color: var(--ink-soft);
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) guide: Guide = [];

  protected override render(): TemplateResult {
    const { title, author, publisher, year } = BOOK;
    return html`<div class="intro">
        <h1 tabindex="-1">By the book</h1>
        <p>
          The lessons follow <cite>${title}</cite> by ${author} (${publisher}, ${year}), chapters 1 to 3, with their own
          words, figures and code. The project is independent of the author and the publisher. This table lists each
          section and figure of the book with the page that covers it.
          <a href=${hashOf({ kind: 'names' })}>Names: the book’s and ours</a> compares the names of the classes.
        </p>
      </div>
      ${CHAPTERS_OF_BOOK.map((chapter) => this.#chapter(chapter))}`;
  }

  #chapter({ id, title, sections }: BookChapter): TemplateResult {
    const name = /^\d/.test(id) ? `Chapter ${id}: ${title}` : id === 'A' ? `Appendix A: ${title}` : title;
    return html`<section>
      <h2>${name}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${name}>
        <table>
          <thead>
            <tr>
              <th scope="col">In the book</th>
              <th scope="col">Here</th>
            </tr>
          </thead>
          <tbody>
            ${sections.map((section) => html`${this.#section(section)} ${section.figures.map((figure) => this.#figure(figure))}`)}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #section({ id, title, level }: BookSection): TemplateResult {
    const pages = this.#pages(({ sections }) => sections.includes(id));
    return html`<tr>
      <th scope="row" class="level-${level}">${title}</th>
      <td>${links(pages)}</td>
    </tr>`;
  }

  #figure({ id, shows }: BookFigure): TemplateResult {
    const pages = this.#pages(({ figures }) => figures.includes(id));
    return html`<tr>
      <th scope="row" class="level-3 figure">Figure ${id}: ${shows}</th>
      <td>${links(pages)}</td>
    </tr>`;
  }

  #pages(covers: (page: PageGuide) => boolean): readonly PageGuide[] {
    return this.guide.flatMap(({ pages }) => pages.filter(covers));
  }
}

function links(pages: readonly PageGuide[]): TemplateResult {
  if (pages.length === 0) return html`<span class="none">no page yet</span>`;
  return html`${pages.map(
    ({ id, title }, place) => html`${place > 0 ? ', ' : nothing}<a href=${hashOfPage(id)}>${title}</a>`,
  )}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-by-the-book': BookView;
  }
}
