/** The errors of models, with as many digits as the course prints. */
import { css, html, type TemplateResult } from 'lit';
import type { Metrics } from '../../engine/types';
import type { RunState } from '../../state/run/run-state';
import { fixed } from '../fixed';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly text: (metrics: Metrics) => string;
}

const ROWS: readonly Row[] = [
  { id: 'mae', title: 'MAE, in $1000s', text: ({ mae }) => fixed(mae, 4) },
  { id: 'rmse', title: 'RMSE, in $1000s', text: ({ rmse }) => fixed(rmse, 4) },
  { id: 'relative', title: 'RMSE over mean price', text: ({ relativeRmse }) => `${fixed(100 * relativeRmse, 1)} %` },
];

/** One column for each model. */
export function testMetricsTable(
  caption: string,
  models: readonly { readonly title: string; readonly metrics: Metrics }[],
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="metrics">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${models.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${ROWS.map(
          ({ id, title, text }) => html`<tr data-measure=${id}>
            <th scope="row">${title}</th>
            ${models.map(({ metrics }) => html`<td>${text(metrics)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The run beside the exact fit and a model that always predicts the mean price. */
export function runMetricsTable({ description, latest }: RunState): TemplateResult {
  const { leastSquares, meanTarget } = description.baselines;
  return testMetricsTable(`How far off on the ${description.rows.test.length} test rows`, [
    { title: 'This model', metrics: latest.metrics.test },
    { title: 'Exact fit', metrics: leastSquares.test },
    { title: 'Mean price', metrics: meanTarget.test },
  ]);
}

export const metricsStyles = css`
  .metrics tbody th {
    white-space: normal;
  }
  .metrics thead td {
    border-bottom: 1.5px solid var(--ink);
  }
`;
