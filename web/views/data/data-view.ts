import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Column, columnIndex, columnValues, type Dataset } from '../../datasets/dataset';
import { datasetNamed } from '../../datasets/datasets';
import { counted } from '../../state/page/format';
import type { PageState } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { tables } from '../../styles/tables';
import '../../charts/data/histogram';
import '../../charts/data/relation-chart';
import { choiceField } from '../build/fields';
import { dataViewStyles } from './styles';
import './rows-table';
import { send } from '../shell/send';

/** The column with an ethical flaw, which the page explains and offers to leave out. */
const FLAWED_COLUMN = 'B';

/** The data view: where the data comes from, what is wrong with it, each column, and every row. */
@customElement('mf-data-view')
export class DatasetView extends LitElement {
  static override styles = [base, controls, tables, dataViewStyles];

  @property({ attribute: false }) state!: PageState;

  #columns: { readonly dataset: Dataset; readonly values: Map<string, Float64Array> } | null = null;

  override render(): TemplateResult {
    const { draft } = this.state;
    const dataset = datasetNamed(draft.data.source);
    return html`
      <h2>${dataset.title}</h2>
      ${this.#introduction(dataset)}
      <div class="inspect">
        <section class="sheet" aria-labelledby="columns-title">${this.#columnList(dataset)}</section>
        <section class="charts" aria-label="The chosen column">${this.#charts(dataset)}</section>
      </div>
      <section class="sheet" aria-label="Rows">
        <mf-rows-table .table=${dataset} .target=${draft.data.target}></mf-rows-table>
      </section>
      <p class="small soft">Source: ${dataset.source}</p>
    `;
  }

  #introduction(dataset: Dataset): TemplateResult {
    const { draft, problems } = this.state;
    const form = { draft, problems, edit: this.#edit };
    return html`<div class="introduction">
      ${dataset.warning === undefined ? nothing : this.#warning(dataset.warning)}
      <div class="sheet which">
        <p>
          ${counted(dataset.rows, 'census tract', 'census tracts')} around Boston in 1970. The model learns to predict ${draft.data.target} from the other columns.
        </p>
        ${choiceField(form, 'data.source')}
        <p class="small soft">
          “As first printed” differs in one cell: CRIM of row 445 is 0.6718 instead of 10.6718. The book’s numbers were
          computed with this mistake, the lecture’s with the right value.
        </p>
      </div>
    </div>`;
  }

  #warning(warning: string): TemplateResult {
    const isOn = this.state.draft.data.features.includes(FLAWED_COLUMN);
    return html`<div class="warning" role="note">
      <h3>Before you use this data</h3>
      <p>${warning}</p>
      <button type="button" @click=${() => this.#switch(FLAWED_COLUMN, !isOn)}>
        ${isOn ? 'Leave out B' : 'Put B back'}
      </button>
      <p class="small" role="status">${isOn ? 'The model uses B.' : 'The model does not use B.'}</p>
    </div>`;
  }

  #columnList(dataset: Dataset): TemplateResult {
    return html`<h3 id="columns-title">Columns</h3>
      <p class="small soft">
        Tick the columns that the model may use. Choose a name to see its values and their relation to
        ${this.state.draft.data.target}.
      </p>
      <ul class="columns">
        ${dataset.columns.map((column) => this.#columnItem(column))}
      </ul>`;
  }

  #columnItem({ name, meaning, unit }: Column): TemplateResult {
    const { draft, column } = this.state;
    const isTarget = name === draft.data.target;
    return html`<li>
      ${
        isTarget
          ? html`<span class="role small">target</span>`
          : html`<input
            type="checkbox"
            aria-label="Use ${name} as a feature"
            .checked=${live(draft.data.features.includes(name))}
            @change=${(event: Event) => this.#switch(name, (event.target as HTMLInputElement).checked)}
          />`
      }
      <button
        type="button"
        aria-pressed=${name === column}
        @click=${() => send(this, { type: 'column-chosen', name })}
      >
        ${name}
      </button>
      <p class="small">${meaning} <span class="soft">${unit === '' ? '' : `(${unit})`}</span></p>
    </li>`;
  }

  #charts(dataset: Dataset): TemplateResult {
    const { target } = this.state.draft.data;
    const column = named(dataset, this.state.column);
    const targetColumn = named(dataset, target);
    return html`<div class="sheet">
        <mf-histogram .values=${this.#values(dataset, column.name)} .name=${column.name} .unit=${column.unit}></mf-histogram>
      </div>
      <div class="sheet">
        <mf-relation-chart
          .x=${this.#values(dataset, column.name)}
          .y=${this.#values(dataset, target)}
          .xName=${column.name}
          .xUnit=${column.unit}
          .yName=${target}
          .yUnit=${targetColumn.unit}
        ></mf-relation-chart>
      </div>`;
  }

  /** Returns the same array for the same column, so that a chart redraws only when needed. */
  #values(dataset: Dataset, name: string): Float64Array {
    if (this.#columns?.dataset !== dataset) {
      this.#columns = { dataset, values: new Map() };
    }
    const known = this.#columns.values.get(name) ?? columnValues(dataset, columnIndex(dataset, name));
    this.#columns.values.set(name, known);
    return known;
  }

  readonly #edit = (path: string, value: number | string | boolean): void =>
    send(this, { type: 'field-edited', path, value });

  #switch(name: string, on: boolean): void {
    send(this, { type: 'feature-switched', name, on });
  }
}

function named(dataset: Dataset, name: string): Column {
  return dataset.columns.find((column) => column.name === name) ?? { name, meaning: '', unit: '' };
}
