import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatTick } from '../charts/numbers/format';
import type { Matrix } from '../engine/types';
import { keyedNumber, type NumberBounds, readNumber, writeNumber } from './typed-number';

/** Fired with all numbers, row by row, when one of them was changed. */
export type ArrayChange = CustomEvent<readonly number[]>;

/** Rows, columns or a single element to highlight; null stands for all of them. */
export interface ArrayMark {
  readonly row: number | null;
  readonly column: number | null;
}

/** A small array in brackets, with its indices along its axes; with `bounds`, its numbers can be typed and stepped. */
@customElement('mf-array-grid')
export class ArrayGrid extends LitElement {
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) matrix: Matrix = { rows: 0, columns: 0, values: new Float64Array() };
  @property({ attribute: false }) bounds: NumberBounds | null = null;
  @property({ attribute: false }) marks: readonly ArrayMark[] = [];
  /** Names the axes and shows the indices along them. */
  @property({ type: Boolean }) axes = false;
  /** Significant digits of numbers that cannot be edited. */
  @property({ attribute: false }) digits = 6;

  protected override render(): TemplateResult {
    const { rows, columns } = this.matrix;
    const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
    return html`<table>
      <caption>
        ${this.name} <span class="shape">(${rows}, ${columns})</span>
      </caption>
      ${
        this.axes
          ? html`<thead>
              <tr>
                <td class="axis">axis 0 ↓<br />axis 1 →</td>
                ${range(columns).map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>`
          : nothing
      }
      <tbody>
        ${range(rows).map(
          (row) =>
            html`<tr>
              ${this.axes ? html`<th scope="row">${row}</th>` : nothing}
              ${range(columns).map((column) => this.cell(row, column))}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private cell(row: number, column: number): TemplateResult {
    const value = this.matrix.values[row * this.matrix.columns + column] as number;
    const isMarked = this.marks.some((mark) => (mark.row ?? row) === row && (mark.column ?? column) === column);
    return html`<td class="number ${isMarked ? 'marked' : ''}">
      ${this.bounds === null ? formatTick(Number(value.toPrecision(this.digits))) : this.entry(row, column, value, this.bounds)}
    </td>`;
  }

  private entry(row: number, column: number, value: number, bounds: NumberBounds): TemplateResult {
    const { min, max } = bounds;
    return html`<input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      role="spinbutton"
      aria-label="${this.name}, row ${row + 1}, column ${column + 1}"
      aria-valuemin=${min}
      aria-valuemax=${max}
      aria-valuenow=${value}
      .value=${live(writeNumber(value))}
      @change=${(event: Event) => {
        const typed = readNumber((event.target as HTMLInputElement).value);
        if (typed >= min && typed <= max) this.put(row, column, typed);
        // Text that is not a number within the bounds is replaced by the previous number.
        else this.requestUpdate();
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (!/^(ArrowUp|ArrowDown|PageUp|PageDown)$/.test(event.key)) return;
        event.preventDefault();
        this.put(row, column, keyedNumber(event.key, value, bounds) ?? value);
      }}
    />`;
  }

  private put(row: number, column: number, value: number): void {
    const values = [...this.matrix.values];
    values[row * this.matrix.columns + column] = value;
    this.dispatchEvent(new CustomEvent('array-change', { detail: values }) satisfies ArrayChange);
  }

  static override styles = css`
    :host {
      display: block;
      font-size: var(--size-2);
    }
    table {
      border-collapse: separate;
      border-spacing: 2px;
      font-variant-numeric: tabular-nums;
    }
    caption {
      padding-bottom: var(--space-1);
      font-weight: 650;
      text-align: start;
      white-space: nowrap;
    }
    .shape,
    th,
    .axis {
      color: var(--ink-soft);
      font-size: var(--size-1);
      font-weight: 400;
    }
    th {
      padding: 0 var(--space-2);
    }
    .axis {
      line-height: 1.2;
      white-space: nowrap;
    }
    tbody {
      position: relative;
    }
    .number {
      box-sizing: border-box;
      min-width: 3.75rem;
      height: 2.5rem;
      padding: 0 0.4rem;
      border: 1px solid var(--rule);
      background: var(--sunken);
      text-align: center;
      white-space: nowrap;
    }
    .number:has(input) {
      padding: 0;
      background: var(--surface);
    }
    .marked {
      outline: 2px solid var(--accent);
      outline-offset: -1px;
      font-weight: 650;
    }
    input {
      box-sizing: border-box;
      width: 3.65rem;
      height: 2.4rem;
      padding: 0 var(--space-1);
      border: 1px solid var(--control);
      border-radius: var(--radius);
      background: var(--surface);
      color: inherit;
      font: inherit;
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
    input:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-array-grid': ArrayGrid;
  }
}
