import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { lossMeasure } from '../../state/data/columns';
import type { PageState } from '../../state/page/page-state';
import type { StoredRun } from '../../state/runs/stored-run';
import { MOST_RUNS } from '../../state/runs/stored-runs';
import { base } from '../../styles/base';
import '../../charts/loss/runs-chart';
import './runs-table';

/** The runs view: the curves of all stored runs in one chart, and their results and recipes in a table. */
@customElement('mf-runs-view')
export class RunsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }

      .empty {
        display: grid;
        place-content: center;
        min-height: 16rem;
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  #shown: { readonly from: PageState['runs']; readonly runs: readonly StoredRun[] } | null = null;

  override render(): TemplateResult {
    const { stored } = this.state.runs;
    return html`
      <h2>Runs</h2>
      <p>
        A run is stored here when it ends. It is also stored when you leave it after at least one epoch: for another run, for an earlier point, or by closing the page.
        ${this.#howLong()}
      </p>
      ${
        stored.length === 0
          ? html`<p class="sheet empty soft">There are no runs yet. Train one, change something, and train again.</p>`
          : html`<div class="sheet">
              <mf-runs-chart
                .runs=${this.#shownRuns()}
                .measure=${lossMeasure(this.#shownRuns().map(({ recipe }) => recipe))}
              ></mf-runs-chart>
            </div>
            <div class="sheet"><mf-runs-table .runs=${this.state.runs}></mf-runs-table></div>`
      }
    `;
  }

  #howLong(): string {
    const { host, runs } = this.state;
    if (host.site !== null) return 'They are lost when this page is closed or reloaded.';
    return runs.storage === 'used'
      ? `The latest ${MOST_RUNS} stay in this browser until you delete them.`
      : 'This browser does not let the page store anything, so they are lost when you close or reload it.';
  }

  /** Returns the same list for the same runs, so that the chart redraws only when needed. */
  #shownRuns(): readonly StoredRun[] {
    const from = this.state.runs;
    if (this.#shown?.from !== from) {
      this.#shown = { from, runs: from.stored.filter(({ id }) => !from.hidden.includes(id)) };
    }
    return this.#shown.runs;
  }
}
