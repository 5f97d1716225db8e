import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { base } from '../styles/base';
import { controls } from '../styles/controls';
import { checkChoice, checkNumber, type Verdict } from './check-answer';
import type { ChoiceAnswer, NumberAnswer, QuestionBlock } from './lesson';
import { prose } from './lesson-styles';
import { optionStyles } from './option-styles';
import { WideParts } from './wide-parts';

/** Fired with the question's id when it was answered correctly. */
export type QuestionAnswered = CustomEvent<string>;

/** Wrong tries after which the answer can be shown. */
const TRIES = 2;

/**
 * A question with its hints one at a time, replies to wrong answers, and the explanation of the right one. After two
 * wrong tries the answer can be shown; the question then counts as unanswered.
 */
@customElement('mf-question')
export class QuestionCard extends LitElement {
  static override styles = [
    base,
    controls,
    prose,
    optionStyles,
    css`
      form {
        display: grid;
        gap: var(--space-3);
      }

      h2 {
        font-size: var(--size-3);
      }

      .hint {
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--rule);
      }

      .wrong {
        color: var(--bad);
        font-weight: 600;
      }

      .right {
        display: grid;
        gap: var(--space-2);
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--good);
      }

      .right > strong {
        color: var(--good);
      }

      .right.shown {
        border-color: var(--accent);
      }

      .right.shown > strong {
        color: var(--accent);
      }

      .right:focus {
        outline: none;
      }

      @media print {
        .actions,
        .wrong {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) question!: QuestionBlock;
  /** Whether it was answered correctly, now or on an earlier visit. */
  @property({ type: Boolean }) answered = false;

  @state() private hintsShown = 0;
  @state() private verdict: Verdict | null = null;
  @state() private wrongTries = 0;
  /** The reader has asked for the answer. */
  @state() private isShown = false;

  constructor() {
    super();
    new WideParts(this);
  }

  override render(): TemplateResult {
    const { html: asked, answer, hints } = this.question;
    return html`<form class="sheet" novalidate @submit=${this.#check}>
      <h2>A question</h2>
      <div class="prose" id="asked">${unsafeHTML(asked)}</div>
      ${answer.kind === 'number' ? this.#numberField(answer) : this.#options(answer)}
      ${hints.slice(0, this.hintsShown).map((hint) => html`<div class="hint prose">${unsafeHTML(hint)}</div>`)}
      ${this.#isOver ? nothing : this.#actions()}
      <div role="status">${this.#outcome()}</div>
    </form>`;
  }

  #numberField({ value, unit }: NumberAnswer): TemplateResult {
    return html`<div class="entry">
      <label for="answer">Your answer</label>
      <input
        id="answer"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-describedby="asked unit"
        aria-invalid=${this.verdict?.right === false}
        ?readonly=${this.#isOver}
        .value=${this.#isOver ? String(value) : nothing}
      />
      <span class="unit" id="unit">${unit}</span>
    </div>`;
  }

  #options({ options }: ChoiceAnswer): TemplateResult {
    const several = options.filter(({ right }) => right).length > 1;
    return html`<fieldset aria-describedby="asked" ?disabled=${this.#isOver}>
      <legend>${several ? 'Choose all that are right' : 'Choose one'}</legend>
      ${options.map(
        ({ html: words, right }, place) => html`<label class="option">
          <input
            type=${several ? 'checkbox' : 'radio'}
            name="option"
            value=${place}
            .checked=${this.#isOver ? right : nothing}
          />
          <span>${unsafeHTML(words)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #actions(): TemplateResult {
    const { hints } = this.question;
    return html`<div class="actions">
      <button type="submit" class="primary">Check</button>
      ${
        this.hintsShown < hints.length
          ? html`<button type="button" @click=${this.#hint}>
              ${this.hintsShown === 0 ? 'A hint' : 'Another hint'}
            </button>`
          : nothing
      }
      ${this.wrongTries < TRIES ? nothing : html`<button type="button" @click=${this.#show}>Show the answer</button>`}
    </div>`;
  }

  get #isOver(): boolean {
    return this.answered || this.isShown;
  }

  #outcome(): TemplateResult | typeof nothing {
    if (this.#isOver) {
      return html`<div class="right ${this.answered ? '' : 'shown'}" tabindex="-1">
        <strong>${this.answered ? 'Right.' : `The answer: ${this.#answerInWords()}`}</strong>
        <div class="prose">${unsafeHTML(this.question.explanation)}</div>
      </div>`;
    }
    if (this.verdict === null || this.verdict.right) return nothing;
    return html`<div class="wrong">${this.verdict.sentences.map((sentence) => html`<div>${unsafeHTML(sentence)}</div>`)}</div>`;
  }

  /** The number with its unit; for a choice, a reference to the marked items. */
  #answerInWords(): string {
    const { answer } = this.question;
    if (answer.kind === 'number') return `${`${answer.value} ${answer.unit}`.trim()}.`;
    return answer.options.filter(({ right }) => right).length > 1 ? 'the items marked.' : 'the item marked.';
  }

  /** Focus goes to the explanation, because the button disappears. */
  readonly #show = async (): Promise<void> => {
    this.isShown = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.right')?.focus();
  };

  readonly #hint = (): void => {
    this.hintsShown += 1;
  };

  readonly #check = (event: Event): void => {
    event.preventDefault();
    if (this.#isOver) return;
    this.verdict = this.#judge();
    if (!this.verdict.right) {
      if (this.verdict.isTry) this.wrongTries += 1;
      return;
    }
    const detail = this.question.id;
    this.dispatchEvent(
      new CustomEvent('question-answered', { detail, bubbles: true, composed: true }) satisfies QuestionAnswered,
    );
  };

  #judge(): Verdict {
    const { answer } = this.question;
    const inputs = [...this.renderRoot.querySelectorAll('input')];
    if (answer.kind === 'number') return checkNumber(answer, inputs[0]?.value ?? '');
    return checkChoice(answer, new Set(inputs.filter(({ checked }) => checked).map(({ value }) => Number(value))));
  }
}
