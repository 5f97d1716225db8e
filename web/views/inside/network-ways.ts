import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { datasetNamed } from '../../datasets/datasets';
import { listingText } from '../../diagrams/explained/code-listing';
import { type LiveTerms, NO_LIVE_TERMS } from '../../diagrams/explained/live-terms';
import { networkExplanation } from '../../diagrams/explained/network/explanation';
import { termId } from '../../diagrams/explained/network/formulas';
import { networkLive } from '../../diagrams/explained/network/terms';
import '../../diagrams/explained/network/network-boxes';
import type { PassContext } from '../../diagrams/pass/names';
import '../../diagrams/explained/three-ways';
import { saveFile } from '../../charts/save/save-file';
import type { ThreeWays } from '../../diagrams/explained/three-ways';
import type { Explanation } from '../../explanations/explanation';
import { loadExplanation } from '../../explanations/explanations';
import type { ExplainState } from '../../state/inside/explain';
import { base } from '../../styles/base';
import { send } from '../shell/send';

/** File names of the programs; the C++ is not a program of its own. */
const FILES = { numpy: 'network.py', pytorch: 'network_pytorch.py', cpp: null } as const;

/**
 * The whole network as math, diagram and code: its formulas, the drawing of its pass, and the programs that train it.
 */
@customElement('mf-network-ways')
export class NetworkWays extends LitElement {
  static override styles = [
    base,
    css`
      button {
        min-height: 2rem;
        border-color: var(--control);
        font-size: var(--size-1);
      }
    `,
  ];

  @property({ attribute: false }) context!: PassContext;
  @property({ attribute: false }) explain!: ExplainState;

  /** The explanation that applies to every network; null until it is loaded. */
  @state() private general: Explanation | null = null;
  @state() private failure = '';
  /** The highlighted name: `W1`, `∂L/∂W1`. */
  @state() private lit: string | null = null;
  private explanation: Explanation | null = null;
  private live: LiveTerms = NO_LIVE_TERMS;
  @query('mf-three-ways') private readonly ways!: ThreeWays | null;

  override connectedCallback(): void {
    super.connectedCallback();
    loadExplanation('neural-network').then(
      (general) => {
        this.general = general;
      },
      () => {
        this.failure = 'The explanation could not be loaded. Check the connection, then reload the page.';
      },
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { recipe, operations } = this.context;
    if (changed.has('context')) this.live = networkLive(this.context);
    if (this.general === null) return;
    const isSame = this.explanation !== null && changed.get('context')?.recipe === recipe;
    if (this.explanation === null || (changed.has('context') && !isSame)) {
      this.explanation = networkExplanation(recipe, datasetNamed(recipe.data.source), operations, this.general);
    }
  }

  protected override render(): TemplateResult {
    const { explanation, failure, context } = this;
    if (failure !== '') return html`<p role="alert">${failure}</p>`;
    if (explanation === null) return html`<p class="soft">Loading the formulas…</p>`;
    const { language, showsNumbers } = this.explain;
    return html`<mf-three-ways
      .subject=${explanation}
      .live=${this.live}
      .language=${language}
      .showsNumbers=${showsNumbers}
      @term-light=${(event: CustomEvent<string | null>) => {
        this.lit = event.detail === null ? null : (this.live.get(event.detail)?.name ?? null);
      }}
    >
      <mf-network-boxes
        slot="diagram"
        .context=${context}
        .marked=${this.lit}
        @name-point=${(event: CustomEvent<string | null>) =>
          this.ways?.point(event.detail === null ? null : termId(event.detail))}
        @box-choose=${(event: CustomEvent<{ box: number }>) =>
          // The first step is before the first box: the features enter.
          send(this, { type: 'pass-step-chosen', step: event.detail.box + 1 })}
      ></mf-network-boxes>
      ${
        FILES[language] === null
          ? nothing
          : html`<button slot="code-actions" type="button" @click=${() => this.save(explanation)}>Save</button>`
      }
    </mf-three-ways>`;
  }

  private save({ listings }: Explanation): void {
    const { language } = this.explain;
    const name = FILES[language];
    const program = listings.find((listing) => listing.language === language);
    if (name !== null && program !== undefined) saveFile(name, listingText(program), 'text/x-python');
  }
}
