import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { obtainedText } from '../../ledger/table';
import { hashOf } from '../place';
import { ledgerStyles } from './ledger-page-styles';
import { PARTS, PRINTED, type PrintedNumber, presetOf, printedIn } from './ledger-parts';
import { LedgerRun } from './ledger-run';

/** Every number printed in the course, computed anew in this browser: the proof, and the self-test of an installation. */
@customElement('mf-ledger-page')
export class LedgerPage extends LitElement {
  static override styles = ledgerStyles;

  /** The part of the course whose numbers are listed, as the address names it; null for all. */
  @property({ attribute: false }) shown: string | null = null;

  readonly #run = new LedgerRun(this);

  protected override render(): TemplateResult {
    return html`<div class="intro">
        <h1 tabindex="-1">The ledger</h1>
        <p>
          This page holds ${PRINTED.length} numbers that the book and the lecture print. Your browser computes each of
          them again now, with the same engine as the lessons and the playground, from the same data and the same seeds.
          A number agrees if it rounds to the printed digits. Where all seventeen digits are printed, a relative
          difference of 10<sup>−12</sup> is allowed.
        </p>
        <p>
          This is also how you find out whether a copy of this site works. If all numbers agree, engine, data and browser do
          what they should.
        </p>
      </div>
      ${this.#verdict()} ${this.#printings()} ${this.#filter()} ${this.#table()}`;
  }

  #verdict(): TemplateResult {
    const { status, rows, sentence, seconds } = this.#run;
    if (status === 'failed') {
      return html`<div class="verdict bad" role="alert">
        <p><strong>The numbers could not be computed.</strong> ${sentence}</p>
        <button type="button" @click=${this.#run.start}>Try again</button>
      </div>`;
    }
    const wrong = [...rows.values()].filter(({ agrees }) => !agrees).length;
    if (status === 'running') {
      return html`<div class="verdict">
        <label for="progress"><span class="number">${rows.size}</span> of ${PRINTED.length} numbers computed</label>
        <progress id="progress" max=${PRINTED.length} value=${rows.size}></progress>
      </div>`;
    }
    return html`<div class="verdict ${wrong === 0 ? 'good' : 'bad'}" role="status">
      <p>
        <strong>
          ${
            wrong === 0
              ? `All ${rows.size} numbers agree.`
              : `${rows.size - wrong} of ${rows.size} numbers agree; ${wrong} ${wrong === 1 ? 'does' : 'do'} not.`
          }
        </strong>
        Computed in ${seconds.toFixed(2)} s.
        ${
          wrong === 0
            ? nothing
            : 'Something here computes other numbers than the course did: changed files, other data, or a fault of this browser.'
        }
      </p>
      <button type="button" @click=${this.#run.start}>Compute again</button>
    </div>`;
  }

  #printings(): TemplateResult {
    return html`<details>
      <summary>Two printings of the data</summary>
      <p>
        The copy of the housing data that the book was computed with has one wrong cell. In row 445, counted from 0, the
        crime rate CRIM is 0.6718; it should be 10.6718. The tens were lost. The numbers of chapters 2 and 3 come out only
        with the wrong cell, those of the lecture only with the right one. So this site keeps both: “Boston housing”, the
        corrected table, and “Boston housing, as first printed”. Each number below says which of the two it rests on.
      </p>
    </details>
    <details>
      <summary>What is not in the ledger</summary>
      <p>
        The ledger holds the numbers of chapters 1 to 3, of the notebook of chapter 2 and of the lecture.
        It leaves out the thirteen weights of the linear regression that the book prints, from −1.0084 to −4.2003. They
        belong to another run than the errors printed beside them, and the book does not say which one. It also leaves out
        what is not computed: Python lists that are joined, and columns that are cut out of an array.
      </p>
    </details>`;
  }

  #filter(): TemplateResult {
    const link = (id: string | null, title: string, count: number) =>
      html`<li>
        <a
          href=${hashOf({ kind: 'ledger', part: id })}
          aria-current=${this.shown === id ? 'true' : nothing}
          >${title} <span class="number">(${count})</span></a
        >
      </li>`;
    return html`<nav aria-label="Parts of the course">
      <ul>
        ${link(null, 'All', PRINTED.length)}
        ${PARTS.map(({ id, title }) => link(id, title, printedIn(id).length))}
      </ul>
    </nav>`;
  }

  #table(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The numbers">
      <table>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Printed</th>
            <th scope="col">Obtained</th>
            <th scope="col">Agrees</th>
            <th scope="col">Run</th>
          </tr>
        </thead>
        <tbody>
          ${printedIn(this.shown).map((entry) => this.#row(entry))}
        </tbody>
      </table>
    </div>`;
  }

  #row(entry: PrintedNumber): TemplateResult {
    const row = this.#run.rows.get(entry.id);
    const preset = presetOf(entry);
    return html`<tr data-entry=${entry.id} class=${row && !row.agrees ? 'wrong' : ''}>
      <th scope="row">
        ${entry.what}
        <span class="how">${sentenceCase(entry.source)}. ${sentenceCase(entry.how)}.</span>
      </th>
      <td>${entry.printed}</td>
      <td>${row ? html`<span>${obtainedText(entry, row.obtained)}</span>` : '…'}</td>
      <td>${row ? (row.agrees ? '✓ yes' : '▲ no') : ''}</td>
      <td>
        ${
          preset === null
            ? html`<span class="soft">no run</span>`
            : html`<a href="#train?preset=${preset}" aria-label="Open this run in the playground: ${preset}">Open this run</a>`
        }
      </td>
    </tr>`;
  }
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-ledger-page': LedgerPage;
  }
}
