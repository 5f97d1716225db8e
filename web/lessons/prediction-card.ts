import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { SketchChange } from '../figures/curve-sketch';
import { PendingController, tellPending } from '../figures/pending';
import { readSketch, writeSketch } from '../figures/sketched-curve';
import { base } from '../styles/base';
import { controls } from '../styles/controls';
import {
  type Comparison,
  compareChoice,
  compareNumber,
  numberInWords,
  type Reading,
  readChoice,
  readNumber,
} from './compare-prediction';
import type { ChoiceAnswer, CurveAnswer, NumberAnswer, PredictionBlock } from './lesson';
import { prose } from './lesson-styles';
import { optionStyles } from './option-styles';
import { WideParts } from './wide-parts';

/** Fired with the prediction as text, or with an empty text if the reader chose not to predict. */
export type PredictionMade = CustomEvent<{ readonly id: string; readonly text: string }>;

/** Asks for a prediction (a number, a choice or a curve) before it shows the result beside the prediction. */
@customElement('mf-prediction')
export class PredictionCard extends LitElement {
  static override styles = [
    base,
    controls,
    prose,
    optionStyles,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      h2 {
        color: var(--run-2);
        font-size: var(--size-3);
      }

      /* What follows a curve has its place once the curve is drawn. */
      :host([pending]) mf-curve-sketch ~ * {
        visibility: hidden;
      }

      .missing {
        color: var(--bad);
        font-weight: 600;
      }

      .outcome {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--accent);
      }

      .outcome.right {
        border-color: var(--good);
      }

      .outcome:focus {
        outline: none;
      }

      @media print {
        .actions,
        .missing {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) prediction!: PredictionBlock;
  /** The prediction of this or an earlier visit; empty if the reader chose not to predict; null before. */
  @property({ attribute: false }) given: string | null = null;

  @state() private missing = '';
  /** The curve that is being drawn. */
  @state() private drawn: readonly number[] | null = null;

  constructor() {
    super();
    new WideParts(this);
    new PendingController(this);
  }

  get isRevealed(): boolean {
    return this.given !== null;
  }

  /** Shows the result without a prediction. */
  reveal(): void {
    void this.#tell('');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Loaded only on pages that ask for a curve.
    if (this.prediction?.answer.kind === 'curve') tellPending(this, import('../figures/curve-sketch'));
  }

  override render(): TemplateResult {
    const { html: asked, answer } = this.prediction;
    return html`<form class="sheet" novalidate @submit=${this.#predict}>
      <h2>Predict first</h2>
      <div class="prose" id="asked">${unsafeHTML(asked)}</div>
      ${this.#field(answer)}
      ${
        this.isRevealed
          ? nothing
          : html`<div class="actions">
              <button type="submit" class="primary">Compare</button>
              <button type="button" @click=${this.#skip}>Show without predicting</button>
            </div>`
      }
      <div role="status">${this.isRevealed ? this.#outcome() : html`<p class="missing">${this.missing}</p>`}</div>
    </form>`;
  }

  #field(answer: PredictionBlock['answer']): TemplateResult {
    switch (answer.kind) {
      case 'number':
        return this.#numberField(answer);
      case 'choice':
        return this.#options(answer);
      case 'curve':
        return this.#sketch(answer);
    }
  }

  #numberField({ unit }: NumberAnswer): TemplateResult {
    return html`<div class="entry">
      <label for="predicted">Your prediction</label>
      <input
        id="predicted"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-describedby="asked unit"
        aria-invalid=${this.missing !== ''}
        ?readonly=${this.isRevealed}
        .value=${this.given ?? nothing}
      />
      <span class="unit" id="unit">${unit}</span>
    </div>`;
  }

  #options({ options }: ChoiceAnswer): TemplateResult {
    return html`<fieldset aria-describedby="asked" ?disabled=${this.isRevealed}>
      <legend>Your prediction</legend>
      ${options.map(
        ({ html: words, right }, place) => html`<label class="option ${this.isRevealed && right ? 'came-true' : ''}">
          <input
            type="radio"
            name="option"
            value=${place}
            .checked=${this.isRevealed ? this.given === String(place) : nothing}
          />
          <span>${unsafeHTML(words)}${this.isRevealed && right ? html` <strong class="mark">This is the result.</strong>` : nothing}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #sketch({ curve }: CurveAnswer): TemplateResult {
    return html`<mf-curve-sketch
      .curve=${curve}
      .drawn=${this.given === null ? this.drawn : readSketch(this.given)}
      ?revealed=${this.isRevealed}
      @sketch-change=${({ detail }: SketchChange) => {
        this.drawn = detail;
        this.missing = '';
      }}
    ></mf-curve-sketch>`;
  }

  #outcome(): TemplateResult {
    const comparison = this.#comparison();
    const { answer, explanation } = this.prediction;
    const remark =
      answer.kind === 'choice' && this.given !== '' ? (answer.options[Number(this.given)]?.feedback ?? '') : '';
    return html`<div class="outcome ${comparison?.isRight ? 'right' : ''}" tabindex="-1">
      ${comparison === null ? nothing : html`<strong>${comparison.sentence}</strong>`}
      ${remark === '' ? nothing : html`<div class="prose">${unsafeHTML(remark)}</div>`}
      <div class="prose">${unsafeHTML(explanation)}</div>
    </div>`;
  }

  /** Null if nothing was predicted, and for a curve, whose drawing shows the comparison. */
  #comparison(): Comparison | null {
    const { answer } = this.prediction;
    if (this.given === null || answer.kind === 'curve') return null;
    if (this.given === '') {
      return answer.kind === 'number' ? { isRight: false, sentence: numberInWords(answer) } : null;
    }
    return answer.kind === 'number' ? compareNumber(answer, this.given) : compareChoice(answer, this.given);
  }

  readonly #skip = (): void => this.reveal();

  readonly #predict = (event: Event): void => {
    event.preventDefault();
    if (this.isRevealed) return;
    const reading = this.#reading();
    if ('problem' in reading) {
      this.missing = reading.problem;
      return;
    }
    void this.#tell(reading.text);
  };

  #reading(): Reading {
    const { answer } = this.prediction;
    switch (answer.kind) {
      case 'number':
        return readNumber(answer, this.renderRoot.querySelector('input')?.value ?? '');
      case 'choice': {
        const chosen = this.renderRoot.querySelector<HTMLInputElement>('input:checked');
        return readChoice(chosen === null ? null : Number(chosen.value));
      }
      case 'curve':
        return this.drawn === null
          ? { problem: 'Draw your curve first. A rough one will do.' }
          : { text: writeSketch(this.drawn) };
    }
  }

  /** The page returns the prediction as `given`. The focus moves to the result, because the button disappears. */
  async #tell(text: string): Promise<void> {
    this.missing = '';
    const detail = { id: this.prediction.id, text };
    this.dispatchEvent(
      new CustomEvent('prediction-made', { detail, bubbles: true, composed: true }) satisfies PredictionMade,
    );
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-prediction': PredictionCard;
  }
}
