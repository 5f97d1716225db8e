import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../charts/numbers/format';
import { whole } from '../../state/page/format';
import type { PathPoint, Surface } from './descent-surface';

/** The path of one batch size. */
export interface Way {
  readonly size: string;
  readonly rowsInBatch: number;
  readonly points: readonly PathPoint[];
}

/** Where each path ends, and the exact fit. */
export function pathsTable(ways: readonly Way[], { best, trainingRows }: Surface): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Batch size</th>
        <th scope="col">Updates</th>
        <th scope="col">Rows read</th>
        <th scope="col">Epochs</th>
        <th scope="col">w</th>
        <th scope="col">b</th>
        <th scope="col">Loss, all training rows</th>
      </tr>
    </thead>
    <tbody>
      ${ways.map(({ size, rowsInBatch, points }) => {
        const { w, b, rows, loss } = points.at(-1) as PathPoint;
        return html`<tr data-size=${size}>
          <th scope="row">${size === 'all' ? `all ${rowsInBatch}` : size}</th>
          <td>${points.length - 1}</td>
          <td>${whole(rows)}</td>
          <td>${(rows / trainingRows).toFixed(2)}</td>
          <td>${formatNumber(w, 4)}</td>
          <td>${formatNumber(b, 4)}</td>
          <td>${formatNumber(loss, 4)}</td>
        </tr>`;
      })}
      <tr data-size="exact">
        <th scope="row">Least squares ×</th>
        <td></td>
        <td></td>
        <td></td>
        <td>${formatNumber(best.w, 4)}</td>
        <td>${formatNumber(best.b, 4)}</td>
        <td>${formatNumber(best.loss, 4)}</td>
      </tr>
    </tbody>
  </table>`;
}
