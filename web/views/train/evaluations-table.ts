import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Evaluation } from '../../engine/types';
import { measure, whole } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { tables } from '../../styles/tables';

const MOST_ROWS = 50;

/** A table of the scheduled evaluations: the losses that the course prints and that early stopping compares. */
@customElement('mf-evaluations-table')
export class EvaluationsTable extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      .scroll {
        max-height: 14rem;
      }

      /* The columns keep their widths while numbers come. */
      table {
        table-layout: fixed;
      }

      thead th:first-child {
        width: 20%;
      }

      thead th:nth-child(2) {
        width: 45%;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--surface);
      }
    `,
  ];

  @property({ attribute: false }) run!: RunState;

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get('run');
    return (
      before === undefined ||
      before.description !== this.run.description ||
      before.evaluations.points !== this.run.evaluations.points
    );
  }

  override render(): TemplateResult {
    const { description, evaluations } = this.run;
    const { evaluateEvery } = description.recipe.training;
    const rows = description.rows.validation.length > 0 ? 'validation' : 'test';
    const shown = evaluations.points.slice(-MOST_ROWS);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Evaluations">
        <table>
          <caption>
            Evaluations
          </caption>
          <thead>
            <tr>
              <th scope="col">${evaluateEvery.unit === 'epochs' ? 'Epoch' : 'Batch'}</th>
              <th scope="col">Loss on ${rows} rows</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((evaluation, index) => this.#row(evaluation, shown[index - 1]))}
          </tbody>
        </table>
      </div>
      ${
        shown.length > 0
          ? nothing
          : html`<p class="small soft">The first evaluation comes after ${whole(evaluateEvery.count)} ${evaluateEvery.unit}.</p>`
      }`;
  }

  #row({ epoch, batch, loss }: Evaluation, before: Evaluation | undefined): TemplateResult {
    const byEpoch = this.run.description.recipe.training.evaluateEvery.unit === 'epochs';
    return html`<tr>
      <th scope="row">${whole(byEpoch ? epoch : batch)}</th>
      <td>${measure(loss)}</td>
      <td>${before === undefined ? '' : change(loss - before.loss)}</td>
    </tr>`;
  }
}

function change(difference: number): string {
  return difference > 0 ? `▲ +${measure(difference)}` : `▼ ${measure(difference)}`;
}
