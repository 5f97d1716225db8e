import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HideableName } from '../../state/page/hideable';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import { hasChangedParts } from '../shell/state-parts';
import type { Form } from './fields';
import { layersSection, layersSummary } from './layers-section';
import { dataSection, dataSummary, learningSection, learningSummary, quirksSection, quirksSummary } from './sections';
import { buildPanelStyles } from './styles';

/**
 * Every control of the recipe, in four collapsible parts. A closed part shows a summary; an open one is placed below
 * it.
 */
@customElement('mf-build-panel')
export class BuildPanel extends LitElement {
  static override styles = [base, controls, buildPanelStyles];

  @property({ attribute: false }) state!: PageState;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onPointerDown);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('pointerdown', this.#onPointerDown);
    super.disconnectedCallback();
  }

  protected override shouldUpdate(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return hasChangedParts(changed, this.state, ['draft', 'problems', 'host']);
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
        layersSection(form, (intent) => send(this, intent)),
      )}
      ${this.#part('learning', 'Learning', learningSummary(form), learningSection(form, isShown(this.state, 'rate')))}
      ${this.#part(
        'data',
        'Data',
        dataSummary(form),
        dataSection(form, (name, on) => send(this, { type: 'feature-switched', name, on })),
      )}
      ${this.#part('quirks', 'The course’s quirks', quirksSummary(form), quirksSection(form))}
    `;
  }

  #part(name: HideableName, title: string, summary: string, body: TemplateResult): TemplateResult | typeof nothing {
    if (!isShown(this.state, name)) return nothing;
    return html`<details name="part" class=${name} @keydown=${this.#onKeyDown}>
      <summary>
        <h3>${title}</h3>
        <span class="gist small soft number">${summary}</span>
      </summary>
      <div class="body">${body}</div>
    </details>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const part = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !part.open) return;
    part.open = false;
    part.querySelector('summary')?.focus();
  };

  readonly #onPointerDown = (event: Event): void => {
    if (event.composedPath().includes(this)) return;
    for (const part of this.renderRoot.querySelectorAll('details')) part.open = false;
  };
}
