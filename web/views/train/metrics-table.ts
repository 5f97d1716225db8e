import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RowSet } from '../../engine/types';
import { counted, measure as measureText } from '../../state/page/format';
import { type ComparisonRow, comparison, type Measure, MODELS, type Model } from '../../state/run/comparison';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { tables } from '../../styles/tables';

const MODEL_TITLES: Readonly<Record<Model, string>> = {
  network: 'Network',
  'least-squares': 'Least squares',
  'mean-target': 'Mean price',
};
const MEASURE_TITLES: Readonly<Record<Measure, string>> = { mae: 'MAE', rmse: 'RMSE', r2: 'R²' };
const SET_TITLES: Readonly<Record<RowSet, string>> = { training: 'Training', validation: 'Validation', test: 'Test' };

/** A table of the network's errors beside those of the mean target and the exact linear fit; the best is marked. */
@customElement('mf-metrics-table')
export class MetricsTable extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      /* The columns keep their widths while numbers change. */
      table {
        table-layout: fixed;
        width: 100%;
      }

      thead th {
        white-space: normal;
      }

      .set th {
        padding-top: var(--space-2);
        border-bottom-color: var(--control);
        color: var(--ink-soft);
        font-size: var(--size-1);
        font-weight: 600;
      }

      tbody th:first-child {
        font-weight: 400;
      }

      .best {
        font-weight: 700;
      }

      .best::before {
        content: '◆ ' / '';
        color: var(--good);
      }

      td:nth-child(2) {
        font-size: var(--size-3);
      }

      p {
        padding-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) run!: RunState;
  /** Unit of the target, and so of MAE and RMSE. */
  @property({ attribute: false }) unit = '';

  override render(): TemplateResult {
    const rows = comparison(this.run);
    const sets = [...new Set(rows.map(({ set }) => set))];
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Errors">
        <table>
          <caption>
            How far off
          </caption>
          <thead>
            <tr>
              <td></td>
              ${MODELS.map((model) => html`<th scope="col">${MODEL_TITLES[model]}</th>`)}
            </tr>
          </thead>
          ${sets.map((set) => this.#set(set, rows))}
        </table>
      </div>
      <p class="small soft">
        ◆ the best of the three. MAE and RMSE${this.unit === '' ? '' : ` in ${this.unit}`}: lower is better. R²: 1 is perfect, 0 is no better than the mean.
      </p>`;
  }

  #set(set: RowSet, all: readonly ComparisonRow[]): TemplateResult {
    const rows = all.filter((row) => row.set === set);
    return html`<tbody data-set=${set}>
      <tr class="set">
        <th scope="rowgroup" colspan="4">${SET_TITLES[set]}, ${counted(rows[0]?.rows ?? 0, 'row', 'rows')}</th>
      </tr>
      ${rows.map(
        ({ measure, values, best }) => html`<tr data-measure=${measure}>
          <th scope="row">${MEASURE_TITLES[measure]}</th>
          ${values.map(
            (value, index) => html`<td class=${index === best ? 'best' : ''}>
              ${measureText(value)}${index === best ? html`<span class="visually-hidden">, the best</span>` : nothing}
            </td>`,
          )}
        </tr>`,
      )}
    </tbody>`;
  }
}
