import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Circumstances, CodeLanguage, Explanation, Phase, PictureTerm } from '../../explanations/explanation';
import { loadExplanation, type SubjectId } from '../../explanations/explanations';
import { base } from '../../styles/base';
import { CodePanel } from './code-panel';
import { symbolText } from './formula-dom';
import { type LiveTerms, liveShape, liveTerm, NO_LIVE_TERMS } from './live-terms';
import { MathPanel } from './math-panel';
import { type TermWords, termPictureSvg } from './picture/svg';
import { TermLight } from './term-light';
import { threeWaysStyles } from './three-ways-styles';

/** Explanations that have been loaded, so that they show at once the next time. */
const LOADED = new Map<SubjectId, Explanation>();

/**
 * A wide picture shrinks to this scale to fit its panel; below it the words would be too small, so the panel scrolls.
 */
const LEAST_SCALE = 0.8;

/** Events that also leave the shadow root around the element. */
const FAR = { bubbles: true, composed: true } as const;

/**
 * A subject of the course as math, diagram and code side by side. Pointing at a term in one of them, or reaching it by
 * keys, highlights it in the others and says what it is. Fires `language-choose` and `numbers-choose` with the choice,
 * and `term-light` with the id of the highlighted term, or null. The slot `diagram` replaces the picture; the slot
 * `code-actions` adds buttons beside Copy. It has the attribute `pending` until the explanation is loaded.
 */
@customElement('mf-three-ways')
export class ThreeWays extends LitElement {
  static override styles = [base, threeWaysStyles];

  /** A subject to load, or an explanation made elsewhere. */
  @property({ attribute: false }) subject: SubjectId | Explanation = 'operation';
  /** Names, shapes and numbers for its terms. */
  @property({ attribute: false }) live: LiveTerms = NO_LIVE_TERMS;
  /** Formulas and listings that hold for other runs only are left out; null shows all. */
  @property({ attribute: false }) circumstances: Circumstances | null = null;
  /** The formulas and listings that are marked. */
  @property({ attribute: false }) phase: Phase | null = null;
  @property({ attribute: false }) language: CodeLanguage = 'numpy';
  @property({ attribute: false }) showsNumbers = false;

  @state() private explanation: Explanation | null = null;
  @state() private failure = '';
  private readonly math = new MathPanel((showsNumbers) => {
    this.showsNumbers = showsNumbers;
    this.dispatchEvent(new CustomEvent<boolean>('numbers-choose', { detail: showsNumbers, ...FAR }));
  });
  private readonly code = new CodePanel(this, (language) => {
    this.language = language;
    this.dispatchEvent(new CustomEvent<CodeLanguage>('language-choose', { detail: language, ...FAR }));
  });
  private readonly light = new TermLight(this, (term) =>
    this.dispatchEvent(new CustomEvent<string | null>('term-light', { detail: term })),
  );

  /** Highlights a term as if it was pointed at; null for none. */
  point(term: string | null): void {
    this.light.point(term);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('subject')) this.take(this.subject);
  }

  protected override updated(): void {
    this.toggleAttribute('pending', this.explanation === null && this.failure === '');
    const picture = this.renderRoot.querySelector<SVGSVGElement>('.scroll > svg');
    if (picture) picture.style.minWidth = `${picture.viewBox.baseVal.width * LEAST_SCALE}px`;
  }

  private take(subject: SubjectId | Explanation): void {
    this.failure = '';
    if (typeof subject !== 'string') {
      this.explanation = subject;
      return;
    }
    this.explanation = LOADED.get(subject) ?? null;
    if (this.explanation === null) void this.load(subject);
  }

  private async load(subject: SubjectId): Promise<void> {
    try {
      LOADED.set(subject, await loadExplanation(subject));
      if (this.subject === subject) this.explanation = LOADED.get(subject) ?? null;
    } catch {
      this.failure = 'The explanation could not be loaded. Check the connection, then reload the page.';
    }
  }

  protected override render(): TemplateResult {
    const { explanation, failure } = this;
    if (failure !== '') return html`<p role="alert">${failure}</p>`;
    if (explanation === null) return html`<p class="soft waiting">Loading the formulas…</p>`;
    const { onPointerMove, onPointerLeave, onClick, onFocusIn, onFocusOut, onKeyDown } = this.light;
    return html`<p>${explanation.sentence}</p>
      <p class="lit" role="status">${this.litWords(explanation)}</p>
      <div
        class="ways"
        @pointermove=${onPointerMove}
        @pointerleave=${onPointerLeave}
        @click=${onClick}
        @focusin=${onFocusIn}
        @focusout=${onFocusOut}
        @keydown=${onKeyDown}
      >
        ${this.math.render(explanation, this.circumstances, this.live, this.showsNumbers, this.phase)}
        ${this.diagram(explanation)}
        ${this.code.render(explanation, this.language, this.circumstances, this.phase)}
      </div>`;
  }

  private diagram(explanation: Explanation): TemplateResult {
    const { picture } = explanation;
    return html`<section class="way" aria-label="Diagram: ${explanation.title}" data-panel>
      <h4>Diagram</h4>
      <slot name="diagram">
        ${
          picture === null
            ? nothing
            : html`<div class="scroll">${termPictureSvg(picture, (term) => this.wordsOf(explanation, term))}</div>`
        }
      </slot>
    </section>`;
  }

  private wordsOf(explanation: Explanation, { id, name }: PictureTerm): TermWords {
    const term = explanation.terms.find((one) => one.id === id);
    if (term === undefined) return { name: name ?? id, shape: '', label: name ?? id, isTerm: false };
    const letter = name ?? symbolText(term, this.live);
    const shape = liveShape(liveTerm(this.live, term));
    return { name: letter, shape, label: `${letter}: ${term.label}${shape === '' ? '' : ` · ${shape}`}`, isTerm: true };
  }

  private litWords(explanation: Explanation): string {
    const { lit } = this.light;
    return lit !== null && explanation.terms.some(({ id }) => id === lit)
      ? this.wordsOf(explanation, { id: lit, name: null }).label
      : 'Point at a letter, or move with the arrow keys. The letter is highlighted everywhere it occurs.';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-three-ways': ThreeWays;
  }
}
