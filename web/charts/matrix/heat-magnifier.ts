import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../numbers/format';
import { heatLimit, heatStep, windowAround } from './heat-scale';
import type { MatrixContent, MatrixPlace } from './place';
import { heatStyles } from './styles';

/** Rows and columns that are magnified. */
const ROWS = 5;
const COLUMNS = 3;

/** One element of a matrix in words: `row 12, unit 3: 0.523`. */
export function placeWords({ matrix, rowName, columnName }: MatrixContent, { row, column }: MatrixPlace): string {
  const value = matrix.values[row * matrix.columns + column] as number;
  return `${rowName(row)}, ${columnName(column)}: ${formatNumber(value)}`;
}

/** One element of a matrix among its neighbours, with names and numbers. */
@customElement('mf-heat-magnifier')
export class HeatMagnifier extends LitElement {
  @property({ attribute: false }) content!: MatrixContent;
  @property({ attribute: false }) place!: MatrixPlace;

  protected override render(): TemplateResult {
    const { matrix, columnName } = this.content;
    const columns = windowAround(this.place.column, COLUMNS, matrix.columns);
    const limit = heatLimit(matrix.values);
    return html`<table>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th>${columnName(column)}</th>`)}
        </tr>
        ${windowAround(this.place.row, ROWS, matrix.rows).map((row) => this.row(row, columns, limit))}
      </table>
      <p>${placeWords(this.content, this.place)}</p>`;
  }

  private row(row: number, columns: readonly number[], limit: number): TemplateResult {
    const { matrix, rowName } = this.content;
    return html`<tr>
      <th>${rowName(row)}</th>
      ${columns.map((column) => {
        const value = matrix.values[row * matrix.columns + column] as number;
        const isPlace = row === this.place.row && column === this.place.column;
        return html`<td class=${isPlace ? 'place' : nothing} data-heat=${heatStep(value, limit)}>${formatNumber(value)}</td>`;
      })}
    </tr>`;
  }

  static override styles = css`
    :host {
      display: block;
      padding: var(--space-2);
      border: 1px solid var(--ink);
      background: var(--surface);
      color: var(--ink);
      font-size: var(--size-1);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    table {
      border-collapse: collapse;
    }
    th,
    td {
      padding: 0.15rem var(--space-2);
      text-align: end;
    }
    th {
      color: var(--ink-soft);
      font-weight: 600;
    }
    td[data-heat] {
      min-width: 4.5em;
      border: var(--line);
    }
    ${heatStyles}
    .place {
      outline: 3px solid var(--ink);
      outline-offset: -2px;
      font-weight: 700;
    }
    p {
      margin: var(--space-1) 0 0;
      font-weight: 650;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-heat-magnifier': HeatMagnifier;
  }
}
