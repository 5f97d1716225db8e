import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type ExplainedPart, explained, layerOf } from '../../diagrams/explained/explained';
import type { PassContext } from '../../diagrams/pass/names';
import { stepTitle } from '../../diagrams/pass/sentences';
import '../../diagrams/explained/three-ways';
import type { CodeLanguage } from '../../explanations/explanation';
import { EXPLAINED, type Explained, type ExplainState } from '../../state/inside/explain';
import type { PassStep } from '../../state/inside/steps';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { pick } from './styles';
import './network-ways';
import { send } from '../shell/send';
import { afterPaint } from './after-paint';

/** Math, diagram and code of a part of the pass, with its names, shapes and numbers. */
@customElement('mf-explain-panel')
export class ExplainPanel extends LitElement {
  static override styles = [
    base,
    controls,
    pick,
    css`
      summary {
        cursor: pointer;
      }

      summary h3 {
        display: inline;
      }

      .content {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        padding-top: var(--space-3);
      }

      select {
        max-width: 100%;
      }

      @media (max-width: 40rem) {
        .sheet {
          padding: var(--space-3);
        }
      }
    `,
  ];

  @property({ attribute: false }) context!: PassContext;
  @property({ attribute: false }) step!: PassStep;
  /** The index of the parameter whose update is shown. */
  @property({ attribute: false }) parameter = 0;
  @property({ attribute: false }) explain!: ExplainState;

  /** Reused while unchanged, so that formulas are created once for each step. */
  #part: ExplainedPart | null = null;

  /** The drawing and the sentence of a step are shown first: its explanation follows with the next frame. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await afterPaint();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { subject, open } = this.explain;
    if (!open || subject === 'network') {
      this.#part = null;
    } else if (
      this.#part === null ||
      changed.has('context') ||
      changed.has('step') ||
      changed.has('parameter') ||
      changed.get('explain')?.subject !== subject
    ) {
      this.#part = explained(this.context, this.step, subject, this.parameter);
    }
  }

  override render(): TemplateResult {
    const { open } = this.explain;
    return html`<details class="sheet" ?open=${open} @toggle=${this.#onToggle}>
      <summary><h3>Math, diagram, code</h3></summary>
      ${open ? html`<div class="content">${this.#choice()} ${this.#ways()}</div>` : nothing}
    </details>`;
  }

  #choice(): TemplateResult {
    const { subject } = this.explain;
    return html`<div class="pick">
      <label for="subject">Of</label>
      <select id="subject" @change=${this.#onSubject}>
        ${EXPLAINED.map((one) => html`<option value=${one} .selected=${live(one === subject)}>${this.#name(one)}</option>`)}
      </select>
    </div>`;
  }

  #name(subject: Explained): string {
    const names: Readonly<Record<Explained, string>> = {
      step: `This step: ${stepTitle(this.context, this.step)}`,
      layer: `Layer ${layerOf(this.context, this.step) + 1} as a whole`,
      loss: 'The loss',
      optimiser: 'The optimiser',
      mae: 'The mean absolute error',
      rmse: 'The root mean squared error',
      'relative-rmse': 'The RMSE divided by the mean price',
      r2: 'R², the share explained',
      network: 'The whole network',
    };
    return names[subject];
  }

  #ways(): TemplateResult {
    const { language, showsNumbers } = this.explain;
    const part = this.#part;
    if (part === null) {
      return html`<mf-network-ways
        .context=${this.context}
        .explain=${this.explain}
        @numbers-choose=${this.#onNumbers}
        @language-choose=${this.#onLanguage}
      ></mf-network-ways>`;
    }
    return html`<mf-three-ways
      .subject=${part.subject}
      .live=${part.live}
      .circumstances=${part.circumstances}
      .phase=${part.phase}
      .language=${language}
      .showsNumbers=${showsNumbers}
      @numbers-choose=${this.#onNumbers}
      @language-choose=${this.#onLanguage}
    ></mf-three-ways>`;
  }

  #change(changes: Partial<ExplainState>): void {
    send(this, { type: 'explain-changed', changes });
  }

  readonly #onToggle = (event: Event): void => {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== this.explain.open) this.#change({ open });
  };

  readonly #onSubject = (event: Event): void =>
    this.#change({ subject: (event.target as HTMLSelectElement).value as Explained });

  readonly #onNumbers = (event: CustomEvent<boolean>): void => this.#change({ showsNumbers: event.detail });

  readonly #onLanguage = (event: CustomEvent<CodeLanguage>): void => this.#change({ language: event.detail });
}
