import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { datasetOf } from '../../state/data/columns';
import { hashOfView } from '../../state/page/address';
import type { HideableName } from '../../state/page/hideable';
import { addressOf, isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import { hasChangedParts } from '../shell/state-parts';
import { chainStyles } from './chain-styles';
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
  static override styles = [base, controls, buildPanelStyles, chainStyles];

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
      ${this.#data(form)}
      ${this.#part('quirks', 'The course’s quirks', quirksSummary(form), quirksSection(form))}
    `;
  }

  /** The data, with its warning beside it. */
  #data(form: Form): TemplateResult | typeof nothing {
    if (!isShown(this.state, 'data')) return nothing;
    const { warning } = datasetOf(form.draft);
    const body = dataSection(
      form,
      (name, on) => send(this, { type: 'feature-switched', name, on }),
      this.#dataLink('What the columns mean, and the problem with B'),
    );
    return html`<div class="cell">
      ${this.#part('data', 'Data', dataSummary(form), body)}
      ${
        warning === undefined
          ? nothing
          : html`<details name="part" class="warning" @keydown=${this.#onKeyDown}>
              <summary title="Before you use this data" aria-label="Warning about this data">▲</summary>
              <div class="body">
                <h4>Before you use this data</h4>
                <p>${warning}</p>
                <p>${this.#dataLink('All columns and rows')}</p>
              </div>
            </details>`
      }
    </div>`;
  }

  /** To the data view; on another page the address is not the playground's. */
  #dataLink(words: string): TemplateResult | typeof nothing {
    if (!isShown(this.state, 'data-view')) return nothing;
    const isPiece = this.state.host.site !== null;
    return html`<a
      href=${addressOf(this.state, hashOfView('data'))}
      @click=${(event: Event) => {
        if (!isPiece) return;
        event.preventDefault();
        send(this, { type: 'view-chosen', view: 'data' });
      }}
      >${words}</a
    >`;
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
    event.preventDefault();
    part.open = false;
    part.querySelector('summary')?.focus();
  };

  readonly #onPointerDown = (event: Event): void => {
    if (event.composedPath().includes(this)) return;
    for (const part of this.renderRoot.querySelectorAll('details')) part.open = false;
  };
}
