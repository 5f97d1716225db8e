import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Dataset } from '../../datasets/dataset';
import { PAGE_ROWS, pageCount, type Sorting, sortedBy, sortedRows } from '../../state/data/rows';
import { counted, whole } from '../../state/page/format';
import { base } from '../../styles/base';
import { tables } from '../../styles/tables';

/** The rows of a data set in pages, sorted by any column. */
@customElement('mf-rows-table')
export class RowsTable extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      thead th {
        padding: 0;
        text-align: end;
      }

      thead button {
        width: 100%;
        justify-content: flex-end;
        padding: var(--space-1) var(--space-2);
        border: 0;
        border-radius: 0;
        background: none;
        font-size: var(--size-1);
      }

      .target {
        background: var(--sunken);
      }

      .pages {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        padding-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) table!: Dataset;
  @property({ attribute: false }) target = '';

  @state() private sorting: Sorting = { column: -1, descending: false };
  @state() private page = 0;

  override render(): TemplateResult {
    const rows = sortedRows(this.table, this.sorting).slice(this.page * PAGE_ROWS, (this.page + 1) * PAGE_ROWS);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Rows of the data">
        <table>
          <caption>
            All ${counted(this.table.rows, 'row', 'rows')}
          </caption>
          <thead>
            <tr>
              ${this.#head('Row', -1)} ${this.table.columns.map(({ name }, index) => this.#head(name, index))}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>
      ${this.#pages()}`;
  }

  #head(name: string, column: number): TemplateResult {
    const { sorting } = this;
    const sorted = sorting.column === column;
    const order = !sorted ? 'none' : sorting.descending ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${order} class=${name === this.target ? 'target' : ''}>
      <button type="button" @click=${() => this.#sort(column)}>
        ${name}<span aria-hidden="true">${!sorted ? '↕' : sorting.descending ? '↓' : '↑'}</span>
      </button>
    </th>`;
  }

  #row(row: number): TemplateResult {
    const { columns, values } = this.table;
    return html`<tr>
      <th scope="row">${row}</th>
      ${columns.map(
        ({ name }, index) =>
          html`<td class=${name === this.target ? 'target' : ''}>${values[row * columns.length + index]}</td>`,
      )}
    </tr>`;
  }

  #sort(column: number): void {
    this.sorting = sortedBy(this.sorting, column);
    this.page = 0;
  }

  #pages(): TemplateResult {
    const last = pageCount(this.table) - 1;
    const go = (page: number) => () => {
      this.page = page;
    };
    return html`<div class="pages" role="group" aria-label="Pages of rows">
      <button type="button" ?disabled=${this.page === 0} @click=${go(0)}>First</button>
      <button type="button" ?disabled=${this.page === 0} @click=${go(this.page - 1)}>Back</button>
      <p class="small number" role="status">
        ${whole(this.page * PAGE_ROWS + 1)} to ${whole(Math.min((this.page + 1) * PAGE_ROWS, this.table.rows))} of
        ${whole(this.table.rows)}
      </p>
      <button type="button" ?disabled=${this.page === last} @click=${go(this.page + 1)}>Next</button>
      <button type="button" ?disabled=${this.page === last} @click=${go(last)}>Last</button>
    </div>`;
  }
}
