/** Buttons over the words of each layer, to change it, and between layers, to add one. */
import { html, type TemplateResult } from 'lit';
import type { ColumnPlace, NetworkLayout } from './layout';
import { columnWords } from './picture';
import type { NetworkNames } from './words';

/** Fires `layer-chosen` and `layer-wanted` at `host`. */
export function layerButtons(host: EventTarget, layout: NetworkLayout, names: NetworkNames): TemplateResult {
  const { columns, em } = layout;
  const at = (x: number, y: number) => `left: ${x}px; top: ${y}px`;
  const choose = (index: number, button: HTMLElement) => {
    const detail = { index, anchor: button.getBoundingClientRect() };
    host.dispatchEvent(new CustomEvent('layer-chosen', { detail, bubbles: true }));
  };
  return html`<div class="parts" .style=${`width: ${layout.width}px; height: ${layout.height}px`}>
    ${columns.slice(1).map((column, index) => {
      const before = columns[index] as ColumnPlace;
      return html`
        <button
          type="button"
          class="add"
          title="Add a layer here"
          aria-label="Add a layer before layer ${index + 1}"
          .style=${at((before.x + column.x) / 2, columns[1]?.wordsY ?? 0)}
          @click=${() => host.dispatchEvent(new CustomEvent('layer-wanted', { detail: { index } }))}
        >
          +
        </button>
        <button
          type="button"
          class="change"
          title="Change this layer"
          aria-label="Change layer ${index + 1}: ${columnWords(names, index + 1, false)
            .slice(1)
            .join(', ')}"
          .style=${`${at(column.x, column.wordsY - 3.4 * em)}; height: ${3.9 * em}px; width: ${5.6 * em}px`}
          @click=${(event: Event) => choose(index, event.currentTarget as HTMLElement)}
        ></button>
      `;
    })}
  </div>`;
}

declare global {
  interface HTMLElementEventMap {
    'layer-chosen': CustomEvent<{ index: number; anchor: DOMRect }>;
    'layer-wanted': CustomEvent<{ index: number }>;
  }
}
