import notices from 'virtual:licences';
import { COMMIT_DATE, VERSION } from 'virtual:version';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../../styles/base';
import { icon } from './icons';

const dated = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** A dialogue with the version and the licences of all parts. Removes itself when it is closed. */
@customElement('mf-about-dialog')
export class AboutDialog extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        width: min(46rem, calc(100vw - 2 * var(--space-3)));
        max-height: calc(100dvh - 2 * var(--space-3));
        padding: var(--space-4) var(--space-5) var(--space-5);
        overflow: auto;
        border: 1.5px solid var(--ink);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font-size: var(--size-2);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }

      .words {
        display: grid;
        gap: var(--space-3);
      }

      li + li {
        border-top: 1px solid var(--rule);
      }

      summary {
        padding: var(--space-2) 0;
        cursor: pointer;
        overflow-wrap: anywhere;
      }

      .licence {
        color: var(--ink-soft);
      }

      pre {
        margin: 0 0 var(--space-3);
        font-family: var(--font-code);
        font-size: var(--size-1);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()}>
      <div class="head">
        <h2 id="title">About Minifactory</h2>
        <button type="button" class="icon" aria-label="Close" title="Close" @click=${this.#close}>
          ${icon('remove')}
        </button>
      </div>
      <div class="words">
        <p>Version ${VERSION}${COMMIT_DATE === '' ? '' : html` of <time datetime=${COMMIT_DATE}>${dated(COMMIT_DATE)}</time>`}</p>
        <p>
          Deep learning from scratch, as a glass box in your browser. The models and the lessons follow
          <cite>Deep Learning from Scratch</cite> by Seth Weidman (O’Reilly, 2019). The project is independent of the
          author and the publisher.
        </p>
        <h3>Licences</h3>
        <p>Minifactory is free software under the MIT licence. It contains parts by other people:</p>
        <ul>
          ${notices.map(
            ({ names, licence, text }) => html`<li>
              <details>
                <summary>${names.join(', ')} <span class="licence">(${licence})</span></summary>
                <pre>${text}</pre>
              </details>
            </li>`,
          )}
        </ul>
      </div>
    </dialog>`;
  }

  readonly #close = (): void => this.renderRoot.querySelector('dialog')?.close();
}
