import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { measure } from '../../state/page/format';
import { isShown } from '../../state/page/host-context';
import { isAboutOutcome, notices } from '../../state/page/notices';
import type { PageState } from '../../state/page/page-state';
import { presetOf } from '../../state/recipe/recipe-state';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { goalPanel } from '../../views/goal/goal-panel-slot';
import { type RunPicture, RunPictures, runPictureStyles } from '../../views/train/run-pictures';
import '../../views/shell/notice-list';
import '../../views/train/timeline';
import '../../views/train/transport-bar';

export type SinglePart = RunPicture | 'inside';

/** One picture of a run, with its transport bar, its notices and its numbers. */
@customElement('mf-single-part')
export class SinglePartView extends LitElement {
  static override styles = [
    base,
    controls,
    runPictureStyles,
    css`
      .part {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      /* How the run ended has its place below the buttons; other notices lie over the picture. So nothing moves. */
      .outcome {
        min-height: 2.75rem;
      }

      .over {
        position: relative;
        min-width: 0;
      }

      .hanging {
        position: absolute;
        z-index: 4;
        inset: 0 0 auto;
        max-height: 100%;
        overflow: auto;
      }

      @media (max-width: 40rem) {
        .outcome {
          min-height: 4rem;
        }
      }

      .empty {
        display: grid;
        place-content: center;
        min-height: 14rem;
      }

      .failed {
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) shows!: SinglePart;
  @property({ attribute: false }) page!: PageState;
  @property({ attribute: false }) throttled!: PageState;

  readonly #pictures = new RunPictures(this);
  /** Its code could not be loaded. */
  @state() private isMissing = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shows')) void this.#load();
  }

  override render(): TemplateResult {
    const title = titleOf(this.page);
    if (this.shows === 'inside') return this.#inside();
    // Not a landmark: on another page those belong to the page.
    return html`<div class="sheet part" role="group" aria-label=${title} @focus-lost=${this.#takeFocus}>
      ${isShown(this.page, 'title') ? html`<h2>${title}</h2>` : nothing} ${this.#goal()}
      ${this.#transport()} ${this.#outcome()}
      <div class="over">${this.#picture(this.shows)} ${this.#notices()}</div>
      ${this.#numbers()}
    </div>`;
  }

  #inside(): TemplateResult {
    return html`<div class="part" role="group" aria-label=${titleOf(this.page)}>
      ${this.#goal()}
      <div class="over">
        <mf-inside-view .state=${this.throttled}></mf-inside-view>
        ${this.#notices()}
      </div>
    </div>`;
  }

  #transport(): TemplateResult | typeof nothing {
    return isShown(this.page, 'transport')
      ? html`<div>
          <mf-transport-bar .state=${this.throttled}></mf-transport-bar>
          ${
            isShown(this.page, 'progress')
              ? html`<mf-timeline .run=${this.page.run} .state=${this.throttled}></mf-timeline>`
              : nothing
          }
        </div>`
      : nothing;
  }

  #goal(): TemplateResult | typeof nothing {
    return goalPanel(this.page, this.throttled);
  }

  #outcome(): TemplateResult | typeof nothing {
    if (!isShown(this.page, 'transport')) return nothing;
    const outcome = notices(this.throttled).filter(isAboutOutcome);
    return html`<div class="outcome"><mf-notice-list class="plain" .notices=${outcome}></mf-notice-list></div>`;
  }

  #notices(): TemplateResult {
    const hasPlace = isShown(this.page, 'transport');
    const others = notices(this.throttled).filter((notice) => !(hasPlace && isAboutOutcome(notice)));
    return html`<mf-notice-list class="hanging" .notices=${others}></mf-notice-list>`;
  }

  #picture(picture: RunPicture): TemplateResult {
    const { run, engine } = this.page;
    if (this.isMissing) {
      return html`<div role="alert" class="empty">
        <p>This part could not be loaded. Check the connection.</p>
        <button type="button" @click=${this.#load}>Try again</button>
      </div>`;
    }
    if (run === null) {
      return html`<p class="empty soft">
        ${engine.status === 'failed' ? 'There is no run to show.' : 'Loading the engine…'}
      </p>`;
    }
    return html`<div>${this.#pictures.draw(picture, run, this.page, this.throttled)}</div>`;
  }

  #numbers(): TemplateResult | typeof nothing {
    const { run } = this.throttled;
    // The table shows them all.
    if (run === null || this.shows === 'metrics' || !isShown(this.throttled, 'numbers')) return nothing;
    return html`<p class="small soft number">${numbersOf(run)}</p>`;
  }

  /** A notice that had the focus is gone: training is what one does next. */
  readonly #takeFocus = (event: Event): void => {
    const bar = this.renderRoot.querySelector<HTMLElement>('mf-transport-bar');
    if (bar === null) return;
    event.preventDefault();
    bar.focus();
  };

  readonly #load = async (): Promise<void> => {
    this.isMissing = false;
    try {
      await loadPicture(this.shows);
    } catch {
      this.isMissing = true;
    }
  };
}

/** Loads the code of one picture. Rejects if it cannot be loaded. */
async function loadPicture(picture: SinglePart): Promise<void> {
  switch (picture) {
    case 'network':
      await import('../../diagrams/network/network-diagram');
      return;
    case 'inside':
      await import('../../views/inside/inside-view');
      return;
    case 'loss':
      await Promise.all([import('../../charts/loss/loss-chart'), import('../../views/runs/overlay-picker')]);
      return;
    case 'predictions':
      fetchPlot();
      await import('../../charts/model/prediction-chart');
      return;
    case 'response':
      fetchPlot();
      await import('../../charts/model/partial-dependence-chart');
      return;
    case 'metrics':
      await import('../../views/train/metrics-table');
      return;
    case 'evaluations':
      await import('../../views/train/evaluations-table');
      return;
  }
}

/** Fetches the plotting library early, so that the chart does not have to wait. If this fails, the chart says so. */
function fetchPlot(): void {
  import('../../charts/plot/module').catch(() => {});
}

/** `RMSE: training 3.90, test 4.21 (in $1000s), after 20 epochs.` */
function numbersOf({ latest: { metrics } }: RunState): string {
  const { training, validation, test } = metrics;
  const sets = [
    `training ${measure(training.rmse)}`,
    ...(validation === null ? [] : [`validation ${measure(validation.rmse)}`]),
    `test ${measure(test.rmse)}`,
  ];
  return `RMSE: ${sets.join(', ')}; R² on the test rows ${measure(test.r2)}`;
}

function titleOf(state: PageState): string {
  const name = state.recipe?.name ?? '';
  return presetOf(state)?.title ?? (name === '' ? 'Custom recipe' : name);
}
