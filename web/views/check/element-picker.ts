import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { NamedMatrix } from '../../state/check/element-names';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';

/** One element of one of several matrices. */
export interface Picked {
  /** Index of the matrix. */
  readonly matrix: number;
  /** Index of the element, counted row by row. */
  readonly element: number;
}

/** Chooses an element by matrix, row and column; fires `element-picked`. */
@customElement('mf-element-picker')
export class ElementPicker extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
      }

      label {
        display: grid;
        gap: var(--space-1);
        font-size: var(--size-1);
        color: var(--ink-soft);
      }

      select {
        min-width: 6.5rem;
        max-width: 100%;
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) matrices: readonly NamedMatrix[] = [];
  @property({ attribute: false }) picked: Picked = { matrix: 0, element: 0 };

  override render(): TemplateResult {
    const { matrix, element } = this.picked;
    const shown = this.matrices[matrix];
    if (shown === undefined) return html``;
    const columns = shown.columnNames.length;
    const row = Math.floor(element / columns);
    const column = element % columns;
    const names = this.matrices.map(({ name }) => name);
    return html`
      ${this.#choice('Parameter', names, matrix, (chosen) => this.#pick(chosen, 0))}
      ${
        shown.isRow
          ? nothing
          : this.#choice('From', shown.rowNames, row, (chosen) => this.#pick(matrix, chosen * columns + column))
      }
      ${this.#choice(shown.isRow ? 'Of' : 'To', shown.columnNames, column, (chosen) =>
        this.#pick(matrix, row * columns + chosen),
      )}
    `;
  }

  #choice(title: string, names: readonly string[], chosen: number, pick: (index: number) => void): TemplateResult {
    return html`<label
      >${title}
      <select @change=${(event: Event) => pick((event.target as HTMLSelectElement).selectedIndex)}>
        ${names.map((name, index) => html`<option .selected=${live(index === chosen)}>${name}</option>`)}
      </select>
    </label>`;
  }

  #pick(matrix: number, element: number): void {
    this.dispatchEvent(new CustomEvent<Picked>('element-picked', { detail: { matrix, element } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-element-picker': ElementPicker;
  }
}
