import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../charts/frame/data-table';
import { formatNumber } from '../../charts/numbers/format';
import type { NetworkWeights } from './weights';
import { type NetworkNames, unitName } from './words';

/** Units in one page of the table. */
const PAGE = 16;

/** Every weight and bias in a table, a layer at a time and at most `PAGE` of its units. */
@customElement('mf-network-table')
export class NetworkTable extends LitElement {
  @property({ attribute: false }) names: NetworkNames = { features: [], target: '', layers: [] };
  @property({ attribute: false }) weights: NetworkWeights | null = null;
  @state() private layer = 1;
  /** First unit shown, counted from 0. */
  @state() private start = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('names')) return;
    this.layer = Math.min(this.layer, Math.max(1, this.names.layers.length));
    if (this.start >= this.units) this.start = 0;
  }

  private get units(): number {
    return this.names.layers[this.layer - 1]?.units ?? 0;
  }

  private get inputs(): number {
    return this.layer === 1 ? this.names.features.length : (this.names.layers[this.layer - 2]?.units ?? 0);
  }

  private rows(): string[][] {
    const { weights, layer } = this;
    const units = this.shownUnits();
    if (units.length === 0 || !this.names.layers[layer - 1]?.isConnected) return [];
    const cell = (value: number | undefined): string => (value === undefined ? '' : formatNumber(value, 4));
    const bias = ['bias', ...units.map((unit) => cell(weights?.bias(layer, unit)))];
    const inputs = Array.from({ length: this.inputs }, (_, from) => [
      unitName(this.names, layer - 1, from),
      ...units.map((unit) => cell(weights?.weight(layer, from, unit))),
    ]);
    return [bias, ...inputs];
  }

  private shownUnits(): number[] {
    return Array.from({ length: Math.min(PAGE, this.units - this.start) }, (_, i) => this.start + i);
  }

  protected override render(): TemplateResult {
    const content = {
      caption: `Weights and biases of layer ${this.layer}: one row for each input, one column for each unit`,
      columns: ['Input', ...this.shownUnits().map((unit) => `unit ${unit + 1}`)],
      rows: () => this.rows(),
    };
    return html`<mf-data-table .content=${content}>
      <div class="pickers">
        <label>
          Layer
          <select @change=${this.onLayer}>
            ${this.names.layers.map(
              ({ units, word }, i) =>
                html`<option value=${i + 1} ?selected=${i + 1 === this.layer}>
                  ${i + 1}: ${units} ${word}
                </option>`,
            )}
          </select>
        </label>
        ${this.units > PAGE ? this.pagePicker() : nothing}
      </div>
    </mf-data-table>`;
  }

  private pagePicker(): TemplateResult {
    const pages = Array.from({ length: Math.ceil(this.units / PAGE) }, (_, i) => i * PAGE);
    return html`<label>
      Units
      <select @change=${this.onPage}>
        ${pages.map(
          (start) =>
            html`<option value=${start} ?selected=${start === this.start}>
              ${start + 1} to ${Math.min(start + PAGE, this.units)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private onLayer(event: Event): void {
    this.layer = Number((event.target as HTMLSelectElement).value);
    this.start = 0;
  }

  private onPage(event: Event): void {
    this.start = Number((event.target as HTMLSelectElement).value);
  }

  static override styles = css`
    .pickers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      padding: var(--space-2) 0;
    }
    select {
      min-height: 2rem;
      border: 1px solid var(--control);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      font: inherit;
    }
    select:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-network-table': NetworkTable;
  }
}
