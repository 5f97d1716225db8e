import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Notice } from '../../state/page/notice';
import { base } from '../../styles/base';
import { send } from './send';

const MARKS: Readonly<Record<Notice['tone'], string>> = { note: '✎', good: '✓', warn: '▲', bad: '▲' };

/** Shows the page's notices and announces changes of them to screen readers. */
@customElement('mf-notice-list')
export class NoticeList extends LitElement {
  static override styles = [
    base,
    css`
      .list {
        display: grid;
        gap: var(--space-2);
      }

      :host(.hanging) .list:has(.notice) {
        padding-top: var(--space-2);
        filter: drop-shadow(0 2px 6px rgb(0 0 0 / 25%));
      }

      :host(.plain) .notice {
        padding: 0;
        border: 0;
        background: none;
      }

      :host(.plain) .list {
        gap: 0;
      }

      :host(.plain) .notice {
        gap: 0 var(--space-2);
      }

      :host(.plain) button {
        min-height: 1.5rem;
        padding: 0 var(--space-2);
        border-width: 1px;
        font-size: var(--size-1);
      }

      :host(.plain) .words {
        flex-basis: 100%;
        font-size: var(--size-1);
        line-height: 1.4;
      }

      .notice {
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

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) notices: readonly Notice[] = [];

  /** Whether a button in this list was pressed last. Its notice may be removed while it has the focus. */
  #hasFocus = false;

  override willUpdate(): void {
    this.#hasFocus = this.shadowRoot?.activeElement != null;
  }

  /** If the pressed button was removed, moves the focus to the next notice, or else fires `focus-lost`. */
  override updated(): void {
    if (!this.#hasFocus || this.shadowRoot?.activeElement != null) return;
    const next = this.renderRoot.querySelector<HTMLElement>('button');
    if (next !== null) next.focus();
    else this.dispatchEvent(new CustomEvent('focus-lost', { bubbles: true, composed: true, cancelable: true }));
  }

  override render(): TemplateResult {
    return html`<div class="list" role="status" aria-label="Notes on the run">
      ${repeat(this.notices, ({ id }) => id, noticeItem(this))}
    </div>`;
  }
}

function noticeItem(host: NoticeList) {
  return ({ id, tone, title, text, actions }: Notice): TemplateResult =>
    html`<div class="notice ${tone}" data-notice=${id}>
      <p class="words">
        <span class="mark" aria-hidden="true">${MARKS[tone]}</span>
        ${title === '' ? nothing : html`<strong>${title}.</strong>`} ${text}
      </p>
      ${
        actions.length === 0
          ? nothing
          : html`<div class="actions">
            ${actions.map(
              ({ label, intent }) => html`<button type="button" @click=${() => send(host, intent)}>${label}</button>`,
            )}
          </div>`
      }
    </div>`;
}

declare global {
  interface HTMLElementEventMap {
    /** Fired when the focused button was removed, so that a parent can move the focus to something nearby. */
    'focus-lost': CustomEvent;
  }
}
