import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Chapter, LessonPage, PredictionBlock, QuestionBlock } from '../lesson';
import { prose } from '../lesson-styles';
import { hashOf, hashOfPage } from '../place';
import { reference } from '../reference-styles';
import { WideParts } from '../wide-parts';

/** All predictions and questions of a chapter on paper: with room for the answers, or with the answers and their explanations. */
@customElement('mf-sheet')
export class SheetView extends LitElement {
  static override styles = [
    ...reference,
    prose,
    css`
      :host {
        --measure: 44rem;
      }

      .question {
        display: grid;
        grid-template-columns: 4rem minmax(0, 1fr);
        gap: var(--space-2);
        max-width: 48rem;
        break-inside: avoid;
      }

      .question > div {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .name {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-5);
      }

      .name span {
        flex: 1 1 12rem;
        border-bottom: 1px solid var(--ink);
      }

      .options {
        display: grid;
        gap: var(--space-2);
        padding: 0;
        list-style: none;
      }

      .options li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2);
      }

      .room {
        width: 14rem;
        height: 2.5rem;
        border-bottom: 1px solid var(--ink);
      }

      .drawing {
        width: min(100%, 26rem);
        height: 12rem;
        border: 1px solid var(--ink);
        border-width: 0 0 1px 1px;
      }

      .answer {
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--good);
      }

      h2 {
        font-size: var(--size-3);
        break-after: avoid;
      }

      @media print {
        .screen {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) chapter!: Chapter;
  @property({ attribute: false }) pages: readonly LessonPage[] = [];
  /** Whether it is the answer sheet. */
  @property({ attribute: false }) isAnswered = false;

  constructor() {
    super();
    new WideParts(this);
  }

  protected override render(): TemplateResult {
    const { id, number, title } = this.chapter;
    const other = hashOf({ kind: this.isAnswered ? 'worksheet' : 'answers', chapter: id });
    return html`<h1 tabindex="-1">${this.isAnswered ? 'Answer sheet' : 'Worksheet'}: chapter ${number}, ${title}</h1>
      <p class="screen">
        <button type="button" @click=${() => print()}>Print</button>
        <a href=${other}>${this.isAnswered ? 'Worksheet' : 'Answer sheet'}</a>,
        <a href=${hashOf({ kind: 'teaching' })}>Teaching with this</a>
      </p>
      ${this.isAnswered ? nothing : html`<p class="name">Name: <span></span> Date: <span></span></p>`}
      ${this.pages.map((page, place) => this.#page(page, place + 1))}`;
  }

  #page({ id, title, blocks }: LessonPage, number: number): TemplateResult {
    const questions = blocks.filter((block) => block.kind === 'question');
    const predictions = blocks.filter((block) => block.kind === 'predict');
    return html`<section>
      <h2>${number} <a href=${hashOfPage(id)}>${title}</a></h2>
      ${predictions.map((prediction) => this.#asked(prediction, 'Predict'))}
      ${questions.map((question, place) => this.#asked(question, `${number}.${place + 1}`))}
    </section>`;
  }

  /** `name`: of a question its number, by which teachers know it elsewhere, too. */
  #asked(question: QuestionBlock | PredictionBlock, name: string): TemplateResult {
    return html`<div class="question">
      <strong>${name}</strong>
      <div>
        <div class="prose">${unsafeHTML(question.html)}</div>
        ${this.#room(question)}
        ${this.isAnswered ? html`<div class="answer prose">${unsafeHTML(question.explanation)}</div>` : nothing}
      </div>
    </div>`;
  }

  #room({ answer }: QuestionBlock | PredictionBlock): TemplateResult | typeof nothing {
    if (answer.kind === 'curve') return this.isAnswered ? nothing : html`<div class="drawing"></div>`;
    if (answer.kind === 'number') {
      const { value, within, unit } = answer;
      if (!this.isAnswered) return html`<p class="name"><span class="room"></span> ${unit}</p>`;
      return html`<p><strong>${value}</strong> ${unit} ${within > 0 ? html`(within ${within})` : nothing}</p>`;
    }
    return html`<ul class="options">
      ${answer.options.map(
        ({ html: words, right }) => html`<li>
          <span aria-hidden="true">${this.isAnswered && right ? '☒' : '☐'}</span>
          <span>
            ${this.isAnswered && right ? html`<strong class="visually-hidden">Right:</strong>` : nothing}
            ${unsafeHTML(words)}
          </span>
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-sheet': SheetView;
  }
}
