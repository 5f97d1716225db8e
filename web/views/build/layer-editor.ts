import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { parameterCounts } from '../../recipe/widths';
import type { PageState } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import { hasChangedParts } from '../shell/state-parts';
import { chainStyles } from './chain-styles';
import { layerBox } from './layers-section';
import { buildPanelStyles } from './styles';

/** The settings of one layer, in a popover beside the layer in the drawing. Escape or a click outside closes it. */
@customElement('mf-layer-editor')
export class LayerEditor extends LitElement {
  static override styles = [
    base,
    controls,
    buildPanelStyles,
    chainStyles,
    css`
      :host {
        position: fixed;
        inset: auto;
        width: min(22rem, calc(100vw - 1rem));
        margin: 0;
        padding: var(--space-2);
        border: 1.5px solid var(--ink);
        background: var(--surface);
        color: inherit;
        box-shadow: 0 4px 16px rgb(0 0 0 / 25%);
      }

      :host(:popover-open) {
        display: block;
      }

      :host(:not(:popover-open)) {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;
  /** The layer's index; null while none is chosen. */
  @property({ attribute: false }) index: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'auto';
  }

  /** Opens below `anchor`, an element of the drawing. */
  async show(anchor: DOMRect): Promise<void> {
    await this.updateComplete;
    this.showPopover();
    const { width, height } = this.getBoundingClientRect();
    const x = Math.min(innerWidth - width - 8, Math.max(8, anchor.left + anchor.width / 2 - width / 2));
    const y = Math.min(innerHeight - height - 8, anchor.bottom + 6);
    this.style.left = `${x}px`;
    this.style.top = `${Math.max(8, y)}px`;
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override shouldUpdate(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return hasChangedParts(changed, this.state, ['draft', 'problems']);
  }

  override render(): TemplateResult | typeof nothing {
    const { draft, problems } = this.state;
    const { index } = this;
    if (index === null || index >= draft.layers.length) return nothing;
    const form = {
      draft,
      problems,
      edit: (path: string, value: string | number | boolean) => send(this, { type: 'field-edited', path, value }),
    };
    return html`<ol>
      ${layerBox(form, index, parameterCounts(draft)[index] ?? null, (intent) => {
        if (intent.type === 'layer-removed') this.hidePopover();
        if (intent.type === 'layer-moved') this.index = intent.to;
        send(this, intent);
      })}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-layer-editor': LayerEditor;
  }
}
