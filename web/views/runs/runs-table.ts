import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RunStatus } from '../../engine/types';
import { measure, whole } from '../../state/page/format';
import { deviations, isOfItsRecipe } from '../../state/runs/deviations';
import { type Difference, differences } from '../../state/runs/differences';
import type { StoredRun } from '../../state/runs/stored-run';
import { MOST_OVERLAID, type RunsState } from '../../state/runs/stored-runs';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { tables } from '../../styles/tables';
import { icon } from '../shell/icons';
import { send } from '../shell/send';
import { runSwatch } from './run-swatch';

const LONGEST_NAME = 60;

const ENDS: Readonly<Record<RunStatus, string>> = {
  training: 'left',
  finished: 'finished',
  'stopped-early': 'stopped early',
  diverged: 'diverged',
};

/** A table of the stored runs, the newest first: their results and the fields in which their recipes differ. */
@customElement('mf-runs-table')
export class RunsTable extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    css`
      th,
      td {
        vertical-align: middle;
      }

      .run {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      .run svg {
        flex: none;
      }

      .run input[type='text'] {
        width: 11rem;
        font-weight: 600;
      }

      @media (max-width: 60rem) {
        .run input[type='text'] {
          width: 8rem;
        }
      }

      .text {
        min-width: 9rem;
        max-width: 18rem;
        text-align: start;
        white-space: normal;
      }

      mark {
        padding: 0 var(--space-1);
        border-bottom: 2px solid var(--warn);
        background: var(--warn-surface);
        color: var(--ink);
      }

      th:nth-child(2) {
        white-space: normal;
      }

      .overlay {
        text-align: center;
      }

      .overlay input,
      .run input[type='checkbox'] {
        margin: 0;
      }

      .actions {
        display: flex;
        justify-content: flex-end;
        gap: var(--space-2);
      }

      /* Contains the text for screen readers, which would otherwise widen the page. */
      .scroll {
        position: relative;
      }
    `,
  ];

  @property({ attribute: false }) runs!: RunsState;

  override render(): TemplateResult {
    const newestFirst = this.runs.stored.toReversed();
    const differing = differences(newestFirst);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Runs compared">
        <table>
          <caption>
            Runs compared
          </caption>
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col">Compare in Train view</th>
              <th scope="col">Ended</th>
              <th scope="col">Epochs</th>
              <th scope="col">RMSE, training</th>
              <th scope="col">RMSE, test</th>
              <th scope="col">R², test</th>
              ${this.#isAnyChanged ? html`<th scope="col" class="text">Changed during training</th>` : nothing}
              ${differing.map(({ title }) => html`<th scope="col" class="text">${title}</th>`)}
              <th scope="col">Actions</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              newestFirst,
              ({ id }) => id,
              (run, index) => this.#row(run, index, differing),
            )}
          </tbody>
        </table>
      </div>
      <p class="small soft">${explanation(newestFirst.length, differing.length)}</p>`;
  }

  #row(run: StoredRun, index: number, differing: readonly Difference[]): TemplateResult {
    const { id, name, metrics } = run;
    return html`<tr>
      <th scope="row">${this.#name(run)}</th>
      <td class="overlay">${this.#overlay(run)}</td>
      <td>${run.cutOff ? 'page was closed' : ENDS[run.status]}</td>
      <td>${whole(run.epoch)}</td>
      <td>${measure(metrics.training.rmse)}</td>
      <td>${measure(metrics.test.rmse)}</td>
      <td>${measure(metrics.test.r2)}</td>
      ${this.#isAnyChanged ? html`<td class="text">${this.#changes(run)}</td>` : nothing}
      ${differing.map(({ values }) => cell(values, index))}
      <td>
        <div class="actions">
          <button type="button" aria-label="Open the recipe of ${name}" @click=${() => this.#reopen(id)}>Open recipe</button>
          <button
            type="button"
            class="icon"
            aria-label="Delete ${name}"
            title="Delete ${name}"
            @click=${() => this.#delete(id)}
          >
            ${icon('remove')}
          </button>
        </div>
      </td>
    </tr>`;
  }

  #name(run: StoredRun): TemplateResult {
    const { id, name } = run;
    return html`<div class="run">
      <input
        type="checkbox"
        aria-label="${name} in the chart"
        .checked=${live(!this.runs.hidden.includes(id))}
        @change=${(event: Event) =>
          send(this, { type: 'run-shown', id, shown: (event.target as HTMLInputElement).checked })}
      />
      ${runSwatch(run)}
      <input
        type="text"
        autocomplete="off"
        maxlength=${LONGEST_NAME}
        aria-label="Name of ${name}"
        .value=${live(name)}
        @change=${(event: Event) => this.#rename(id, event.target as HTMLInputElement)}
      />
    </div>`;
  }

  #overlay({ id, name }: StoredRun): TemplateResult {
    const { overlaid, stored } = this.runs;
    const isChosen = overlaid.includes(id);
    const isFull = stored.filter((run) => overlaid.includes(run.id)).length >= MOST_OVERLAID;
    return html`<input
      type="checkbox"
      aria-label="Compare ${name} in the Train view"
      .checked=${live(isChosen)}
      ?disabled=${isFull && !isChosen}
      @change=${(event: Event) =>
        send(this, { type: 'run-overlaid', id, overlaid: (event.target as HTMLInputElement).checked })}
    />`;
  }

  get #isAnyChanged(): boolean {
    return this.runs.stored.some((run) => !isOfItsRecipe(run));
  }

  /** Changes made during training. With them, training the recipe again gives different numbers. */
  #changes(run: StoredRun): TemplateResult | string {
    return isOfItsRecipe(run) ? 'no' : html`<mark>${deviations(run, this.runs.stored).join('; ')}</mark>`;
  }

  #rename(id: string, input: HTMLInputElement): void {
    send(this, { type: 'run-renamed', id, name: input.value });
    // An empty name is refused, so the field shows the old one again.
    this.requestUpdate();
  }

  #delete(id: string): void {
    // The button is removed with its row, so the focus moves to the table.
    this.renderRoot.querySelector<HTMLElement>('.scroll')?.focus();
    send(this, { type: 'run-deleted', id });
  }

  #reopen(id: string): void {
    send(this, { type: 'run-reopened', id });
    send(this, { type: 'view-chosen', view: 'train' });
  }
}

function cell(values: readonly string[], index: number): TemplateResult {
  const value = values[index] ?? '';
  return html`<td class="text">${
    value === values[0] ? value : html`<mark>${value}<span class="visually-hidden"> (differs)</span></mark>`
  }</td>`;
}

function explanation(runs: number, differing: number): string {
  if (runs < 2) {
    return 'When there is a second run, this table shows how the recipes differ.';
  }
  return differing === 0
    ? 'Their recipes are the same.'
    : 'The last columns are the fields in which the recipes differ. Values that differ from the newest run are marked.';
}
