import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Statement } from '../../state/page/notice';
import { base } from '../../styles/base';
import { send } from './send';

const MARKS: Readonly<Record<Statement['tone'], string>> = { note: '✎', good: '✓', warn: '▲', bad: '▲' };

/** What the page has to say, as visible notes and, through a polite live region, aloud; only a change is announced. */
@customElement('mf-statement-list')
export class StatementList extends LitElement {
  static override styles = [
    base,
    css`
      .list {
        display: grid;
        gap: var(--space-2);
      }

      .list:has(.statement) {
        padding: var(--space-2) 0;
      }

      .statement {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-2) var(--space-4);
        border: 1px solid var(--tone);
        border-left-width: 6px;
        background: var(--surface);
        --tone: var(--accent);
      }

      .good {
        --tone: var(--good);
      }

      .warn {
        --tone: var(--warn);
        background: var(--warn-surface);
      }

      .bad {
        --tone: var(--bad);
        background: var(--bad-surface);
      }

      .words {
        flex: 1 1 24rem;
        font-size: var(--size-2);
        font-variant-numeric: tabular-nums;
      }

      .mark,
      strong {
        color: var(--tone);
      }

      .offers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) statements: readonly Statement[] = [];

  override render(): TemplateResult {
    return html`<div class="list" role="status" aria-label="Notes on the run">
      ${repeat(this.statements, ({ id }) => id, statementNote(this))}
    </div>`;
  }
}

function statementNote(host: StatementList) {
  return ({ id, tone, title, text, offers }: Statement): TemplateResult =>
    html`<div class="statement ${tone}" data-statement=${id}>
      <p class="words">
        <span class="mark" aria-hidden="true">${MARKS[tone]}</span>
        ${title === '' ? nothing : html`<strong>${title}.</strong>`} ${text}
      </p>
      ${
        offers.length === 0
          ? nothing
          : html`<div class="offers">
            ${offers.map(
              ({ label, intent }) => html`<button type="button" @click=${() => send(host, intent)}>${label}</button>`,
            )}
          </div>`
      }
    </div>`;
}
