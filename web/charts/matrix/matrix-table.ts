import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber } from '../numbers/format';
import './heat-map';
import { heatLimit, heatStep, windowStart } from './heat-scale';
import { type MatrixContent, type MatrixPlace, placeByKey } from './place';
import { matrixTableStyles } from './styles';

/** Marks a whole row or column if the other one is null, everything if both are. */
export interface MatrixMark {
  readonly row: number | null;
  readonly column: number | null;
}

/** Rows and columns shown at a time. */
const ROWS = 8;
const COLUMNS = 8;

const DIGITS = 4;

/**
 * A matrix as a table with cells coloured as a heat map. A large one shows a window, beside a small map of the whole.
 * Arrow keys move between cells; fires `element-choose` with the row and column reached.
 */
@customElement('mf-matrix-table')
export class MatrixTable extends LitElement {
  @property({ attribute: false }) content!: MatrixContent;
  /** The selected element, if it belongs to this matrix. */
  @property({ attribute: false }) chosen: MatrixPlace | null = null;
  @property({ attribute: false }) marks: readonly MatrixMark[] = [];
  @state() private start: MatrixPlace = { row: 0, column: 0 };
  /** The cell that the Tab key enters. */
  @state() private place: MatrixPlace = { row: 0, column: 0 };
  private hasMoved = false;

  protected override willUpdate(changed: PropertyValues): void {
    const { rows, columns } = this.content.matrix;
    const wanted = this.chosen ?? this.marks[0];
    // While the reader moves with keys, the place in this element is newer than the chosen one.
    const isWalked = this.shadowRoot?.activeElement?.matches('tbody td') ?? false;
    if (!isWalked && wanted && (changed.has('chosen') || changed.has('marks') || changed.has('content'))) {
      this.place = { row: wanted.row ?? this.place.row, column: wanted.column ?? this.place.column };
      this.bringIntoWindow();
    }
    this.place = { row: Math.min(this.place.row, rows - 1), column: Math.min(this.place.column, columns - 1) };
    this.start = {
      row: Math.min(this.start.row, Math.max(0, rows - ROWS)),
      column: Math.min(this.start.column, Math.max(0, columns - COLUMNS)),
    };
  }

  private bringIntoWindow(): void {
    const { rows, columns } = this.content.matrix;
    this.start = {
      row: windowStart(this.start.row, ROWS, rows, Math.min(this.place.row, rows - 1)),
      column: windowStart(this.start.column, COLUMNS, columns, Math.min(this.place.column, columns - 1)),
    };
  }

  protected override updated(): void {
    if (!this.hasMoved) return;
    this.hasMoved = false;
    this.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }

  protected override render(): TemplateResult {
    const { caption, matrix, columnName } = this.content;
    const { rows, columns } = matrix;
    const rowsShown = shown(this.start.row, ROWS, rows);
    const columnsShown = shown(this.start.column, COLUMNS, columns);
    const isWhole = rowsShown.length === rows && columnsShown.length === columns;
    const limit = heatLimit(matrix.values);
    return html`<div class="scroll">
        <table role="grid" aria-rowcount=${rows + 1} aria-colcount=${columns + 1} @keydown=${this.onKeyDown}>
          <caption>
            ${caption}
          </caption>
          <thead>
            <tr>
              <td></td>
              ${columnsShown.map((column) => html`<th scope="col" aria-colindex=${column + 2}>${columnName(column)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rowsShown.map((row) => this.row(row, columnsShown, limit))}
          </tbody>
        </table>
      </div>
      ${isWhole ? nothing : this.whole()}`;
  }

  private row(row: number, columnsShown: readonly number[], limit: number): TemplateResult {
    const { matrix, rowName } = this.content;
    return html`<tr aria-rowindex=${row + 2}>
      <th scope="row">${rowName(row)}</th>
      ${columnsShown.map((column) => {
        const value = matrix.values[row * matrix.columns + column] as number;
        const isChosen = this.chosen?.row === row && this.chosen.column === column;
        const isPlace = this.place.row === row && this.place.column === column;
        return html`<td
          role="gridcell"
          tabindex=${isPlace ? 0 : -1}
          class=${isChosen ? 'chosen' : this.isMarked(row, column) ? 'marked' : ''}
          aria-selected=${isChosen}
          aria-colindex=${column + 2}
          data-heat=${heatStep(value, limit)}
          @click=${() => this.choose(row, column)}
        >
          ${formatNumber(value, DIGITS)}
        </td>`;
      })}
    </tr>`;
  }

  private isMarked(row: number, column: number): boolean {
    return this.marks.some(
      (mark) => (mark.row === null || mark.row === row) && (mark.column === null || mark.column === column),
    );
  }

  private whole(): TemplateResult {
    const { matrix, caption } = this.content;
    const window = {
      ...this.start,
      rows: Math.min(ROWS, matrix.rows),
      columns: Math.min(COLUMNS, matrix.columns),
    };
    return html`<div class="whole">
      <mf-heat-map
        label=${`The whole of ${caption} as a heat map. Move with the arrow keys; the frame marks the part that the table shows`}
        .content=${this.content}
        .window=${window}
        @place-choose=${(event: CustomEvent<MatrixPlace>) => this.show(event.detail)}
      ></mf-heat-map>
      <div class="pages">
        ${this.pager('row', 'rows', ROWS)} ${this.pager('column', 'columns', COLUMNS)}
      </div>
    </div>`;
  }

  private pager(axis: 'row' | 'column', axes: 'rows' | 'columns', size: number): TemplateResult | typeof nothing {
    const count = this.content.matrix[axes];
    if (count <= size) return nothing;
    const start = this.start[axis];
    const go = (to: number) => () => {
      this.start = { ...this.start, [axis]: Math.max(0, Math.min(count - size, to)) };
      this.place = { ...this.place, [axis]: this.start[axis] };
    };
    return html`<div class="pager" role="group" aria-label=${`${axes} of ${this.content.caption}`}>
      <button type="button" aria-label=${`Earlier ${axes}`} ?disabled=${start === 0} @click=${go(start - size)}>‹</button>
      <span>${axes} ${start + 1} to ${start + size} of ${count}</span>
      <button type="button" aria-label=${`Later ${axes}`} ?disabled=${start + size >= count} @click=${go(start + size)}>›</button>
    </div>`;
  }

  private show({ row, column }: MatrixPlace): void {
    this.place = { row, column };
    this.bringIntoWindow();
    this.choose(row, column);
  }

  private choose(row: number, column: number): void {
    this.place = { row, column };
    this.dispatchEvent(new CustomEvent<MatrixPlace>('element-choose', { detail: { row, column } }));
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const { rows, columns } = this.content.matrix;
    const place = placeByKey(event.key, this.place, rows, columns);
    if (place === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.place = place;
    this.bringIntoWindow();
    this.hasMoved = true;
    this.choose(place.row, place.column);
  };

  static override styles = matrixTableStyles;
}

function shown(start: number, size: number, count: number): number[] {
  return Array.from({ length: Math.min(size, count) }, (_, i) => start + i);
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-matrix-table': MatrixTable;
  }
}
