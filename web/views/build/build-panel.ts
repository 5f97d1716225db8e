import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HideableName } from '../../state/page/hideable';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import type { Form } from './fields';
import { layersSection, layersSummary } from './layers-section';
import { dataSection, dataSummary, learningSection, learningSummary, quirksSection, quirksSummary } from './sections';
import { buildPanelStyles } from './styles';

/** The build panel: every control of the recipe in four parts that fold; a folded part shows a summary. */
@customElement('mf-build-panel')
export class BuildPanel extends LitElement {
  static override styles = [base, controls, buildPanelStyles];

  @property({ attribute: false }) state!: PageState;

  /** In a single column the parts start folded, so that the charts stay on the screen. */
  #unfolded = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfolded = getComputedStyle(this).getPropertyValue('--build').trim() === 'beside';
  }

  override render(): TemplateResult {
    const { draft, problems } = this.state;
    const form: Form = {
      draft,
      problems,
      edit: (path, value) => send(this, { type: 'field-edited', path, value }),
    };
    return html`
      ${this.#part(
        'layers',
        'Layers',
        layersSummary(form),
        this.#unfolded,
        layersSection(form, (intent) => send(this, intent)),
      )}
      ${this.#part('learning', 'Learning', learningSummary(form), this.#unfolded, learningSection(form))}
      ${this.#part(
        'data',
        'Data',
        dataSummary(form),
        false,
        dataSection(form, (name, on) => send(this, { type: 'feature-switched', name, on })),
      )}
      ${this.#part('quirks', 'The course’s quirks', quirksSummary(form), false, quirksSection(form))}
    `;
  }

  #part(
    name: HideableName,
    title: string,
    summary: string,
    open: boolean,
    body: TemplateResult,
  ): TemplateResult | typeof nothing {
    if (!isShown(this.state, name)) return nothing;
    return html`<details class="sheet" ?open=${open}>
      <summary>
        <h3>${title}</h3>
        <span class="gist small soft number">${summary}</span>
      </summary>
      <div class="body">${body}</div>
    </details>`;
  }
}
