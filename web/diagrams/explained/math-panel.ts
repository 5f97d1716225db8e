import { html, nothing, type TemplateResult } from 'lit';
import { type Circumstances, type Explanation, holds, type Phase } from '../../explanations/explanation';
import { formulaElement, symbolElement } from './formula-dom';
import { type LiveTerms, liveShape, liveTerm } from './live-terms';

/**
 * Formulas, and a list of their symbols below them. A pointer finds terms in the formula; the keyboard walks the list,
 * because screen readers treat a formula as one unit.
 */
export class MathPanel {
  private readonly choose: (showsNumbers: boolean) => void;
  /** Rebuilt only for other formulas, names or numbers, not when a term is highlighted. */
  private made: {
    readonly explanation: Explanation;
    readonly live: LiveTerms;
    readonly showsNumbers: boolean;
    readonly formulas: readonly Element[];
    readonly symbols: readonly Element[];
  } | null = null;

  constructor(choose: (showsNumbers: boolean) => void) {
    this.choose = choose;
  }

  /** Formulas that do not hold in the circumstances are left out; null shows all. */
  render(
    explanation: Explanation,
    circumstances: Circumstances | null,
    live: LiveTerms,
    showsNumbers: boolean,
    phase: Phase | null,
  ): TemplateResult {
    const { formulas, symbols } = this.elements(explanation, live, showsNumbers);
    return html`<section class="way" aria-label="Math: ${explanation.title}" data-panel>
      <div class="head">
        <h4>Math</h4>
        ${
          live.size === 0
            ? nothing
            : html`<button type="button" aria-pressed=${showsNumbers} @click=${() => this.choose(!showsNumbers)}>
              Show the numbers
            </button>`
        }
      </div>
      <div class="formulas" role="group" aria-label="Formulas" tabindex="0">
      ${explanation.formulas.map((formula, i) =>
        circumstances !== null && !holds(formula.when, circumstances)
          ? nothing
          : html`<div class=${formula.phase === phase ? 'formula now' : 'formula'}>
          <p class="what">${formula.label}</p>
          ${formulas[i]}
        </div>`,
      )}
      </div>
      <ul class="terms" aria-label="Meaning of the letters">
        ${explanation.terms.map((term, i) => {
          const shape = liveShape(liveTerm(live, term));
          return html`<li>
            <button type="button" class="term" tabindex="-1" data-term=${term.id}>
              ${symbols[i]}
              <span>${term.label}${shape === '' ? nothing : html` <span class="shape">${shape}</span>`}</span>
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private elements(explanation: Explanation, live: LiveTerms, showsNumbers: boolean) {
    const { made } = this;
    if (made?.explanation === explanation && made.live === live && made.showsNumbers === showsNumbers) return made;
    const formulas = explanation.formulas.map(({ mathml }) => formulaElement(mathml, explanation, live, showsNumbers));
    const symbols = explanation.terms.map((term) => symbolElement(term, live));
    this.made = { explanation, live, showsNumbers, formulas, symbols };
    return this.made;
  }
}
