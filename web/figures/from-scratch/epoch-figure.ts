import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Engine } from '../../engine/engine';
import { CoreFigure } from '../core-figure';
import { figureFrame } from '../figure-frame';
import { numberField } from './described-field';
import { FROM_SCRATCH } from './descriptions.js';
import { EPOCHS, type EpochBatches, epochBatches, type TakenBatch } from './epoch-batches';

const FIELDS = FROM_SCRATCH.epoch?.fields ?? {};

/** An epoch batch by batch: every training row is visited once, in an order that is random in each epoch. */
@customElement('mf-epoch-figure')
export class EpochFigure extends CoreFigure {
  #walk: (EpochBatches & { readonly size: number }) | null = null;

  protected override figure(_: EngineFunctions, engine: Engine): TemplateResult {
    const size = this.number('size');
    if (this.#walk?.size !== size) this.#walk = { size, ...epochBatches(engine, size) };
    const { rows, batches } = this.#walk;
    const taken = Math.min(this.number('batches'), batches.length);
    const words = wordsOf(rows.length, batches, taken);
    return figureFrame({
      title: 'An epoch: every training row once, batch by batch',
      controls: html`${numberField(FIELDS.size, size, (to) => this.change({ size: to, batches: 1 }))}
        <div class="buttons">
          <button type="button" ?disabled=${taken === 0} @click=${() => this.change({ batches: taken - 1 })}>Back</button>
          <button
            type="button"
            class="primary"
            ?disabled=${taken === batches.length}
            @click=${() => this.change({ batches: taken + 1 })}
          >
            Next batch
          </button>
          <button type="button" @click=${() => this.change({ batches: 0 })}>Start again</button>
        </div>
        <label class="scrub">
          <span>Batches taken</span>
          <input
            type="range"
            min="0"
            max=${batches.length}
            .value=${String(taken)}
            aria-valuetext="${taken} of ${batches.length}"
            @input=${(event: Event) => this.change({ batches: Number((event.target as HTMLInputElement).value) })}
          />
        </label>`,
      picture: html`<div class="rows" role="img" aria-label="The ${rows.length} training rows. ${words}">
          ${cells(rows, batches, taken)}
        </div>
        <ul class="key">
          <li><span class="cell now"></span> this batch</li>
          <li><span class="cell seen"></span> earlier in this epoch</li>
          <li><span class="cell"></span> not yet</li>
        </ul>
        ${
          taken === 0
            ? ''
            : html`<p class="small number list">Its rows: ${[...(batches[taken - 1] as TakenBatch).rows].join(', ')}.</p>`
        }`,
      words,
    });
  }

  static override styles = [
    ...CoreFigure.styles,
    css`
      .rows {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(0.875rem, 1fr));
        gap: 2px;
      }
      .cell {
        display: block;
        height: 0.875rem;
        border: 1px solid var(--control);
        background: var(--surface);
      }
      .cell.seen {
        border-color: var(--series-training);
        background: color-mix(in srgb, var(--series-training) 35%, var(--surface));
      }
      .cell.now {
        border-color: var(--ink);
        background: var(--series-test);
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        color: var(--ink-soft);
        font-size: var(--size-1);
      }
      .key li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .key .cell {
        width: 0.875rem;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .scrub {
        font-size: var(--size-2);
        font-weight: 600;
      }
      .list {
        min-height: 4.2em;
      }
      @media (forced-colors: active) {
        .cell {
          forced-color-adjust: none;
        }
      }
    `,
  ];
}

function cells(rows: readonly number[], batches: readonly TakenBatch[], taken: number): TemplateResult[] {
  const now = batches[taken - 1];
  const current = new Set(now?.rows);
  const seen = new Set(batches.slice(0, taken).flatMap((batch) => (batch.epoch === now?.epoch ? [...batch.rows] : [])));
  return rows.map((row) => html`<span class="cell ${current.has(row) ? 'now' : seen.has(row) ? 'seen' : ''}"></span>`);
}

function wordsOf(rows: number, batches: readonly TakenBatch[], taken: number): string {
  const now = batches[taken - 1];
  const perEpoch = batches.length / EPOCHS;
  if (now === undefined) return `No batch taken yet. An epoch has ${perEpoch} batches.`;
  const inEpoch = taken - now.epoch * perEpoch;
  const visited = batches
    .slice(0, taken)
    .reduce((sum, batch) => sum + (batch.epoch === now.epoch ? batch.rows.length : 0), 0);
  return `Epoch ${now.epoch + 1}, batch ${inEpoch} of ${perEpoch}: ${now.rows.length} rows. Visited in this epoch: ${visited} of ${rows}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-epoch-figure': EpochFigure;
  }
}
