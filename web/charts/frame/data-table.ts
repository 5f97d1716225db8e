import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ThrottledWords } from '../drawing/throttled-words';

/** The content of a table that is only created when somebody opens it. */
export interface TableContent {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Called when the table is shown; the first cell of each row names it. */
  readonly rows: () => readonly (readonly string[])[];
}

/** Milliseconds between two updates of an open table, so that it can be read. */
const REFRESH = 500;

/** The values of a picture as a table in a closed disclosure, under slotted controls. */
@customElement('mf-data-table')
export class DataTable extends LitElement {
  @property({ attribute: false }) content: TableContent = { caption: '', columns: [], rows: () => [] };
  @state() private open = false;
  private readonly words = new ThrottledWords(this, ['content'], REFRESH);

  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    // A closed table shows nothing of its content.
    if (this.hasUpdated && !this.open && !changed.has('open')) return false;
    return this.words.areDue(changed);
  }

  protected override render(): TemplateResult {
    return html`<details @toggle=${this.onToggle}>
      <summary title="Values as a table">Values as a table</summary>
      <div class="panel"><slot></slot>${this.open ? this.table() : nothing}</div>
    </details>`;
  }

  private table(): TemplateResult {
    const { caption, columns } = this.content;
    const rows = this.content.rows();
    if (rows.length === 0) return html`<p>No values yet.</p>`;
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${caption}>
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...cells]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private onToggle(event: Event): void {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
  }

  static override styles = css`
    :host {
      display: block;
      font-size: var(--size-1);
    }
    summary {
      padding: var(--fold-padding-label, var(--space-1) 0);
      color: var(--accent);
      cursor: pointer;
    }
    /* A compact frame makes a sign in the corner of the summary, and the table lies over the picture. */
    summary {
      box-sizing: border-box;
      width: var(--fold-width, fit-content);
      height: var(--fold-width, auto);
      border: var(--fold-border, 0);
      border-radius: var(--radius);
      font-size: var(--fold-text, inherit);
      line-height: var(--fold-line, inherit);
      list-style: var(--fold-marker, revert);
      text-align: center;
    }
    summary::before {
      content: var(--fold-sign, none);
      font-size: var(--size-3);
    }
    .panel {
      position: var(--fold-position, static);
      z-index: 3;
      top: calc(100% + 2px);
      right: 0;
      box-sizing: border-box;
      width: var(--fold-panel, auto);
      max-width: min(34rem, 90vw);
      padding: var(--fold-padding, 0);
      border: var(--fold-panel-border, 0);
      background: var(--surface);
    }
    details:not([open]) .panel {
      display: none;
    }
    summary:focus-visible,
    .scroll:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
      border-radius: var(--radius);
    }
    .scroll {
      max-height: 20rem;
      overflow: auto;
      border: var(--line);
      border-radius: var(--radius);
    }
    table {
      min-width: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    caption {
      padding: var(--space-2);
      color: var(--ink-soft);
      text-align: left;
    }
    th,
    td {
      padding: var(--space-1) var(--space-2);
      border-top: var(--line);
      font-weight: inherit;
      text-align: right;
      white-space: nowrap;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--sunken);
      font-weight: 650;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-data-table': DataTable;
  }
}
