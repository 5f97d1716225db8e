import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isShown } from '../../state/page/host-context';
import { notices } from '../../state/page/notices';
import type { PageState } from '../../state/page/page-state';
import { presetOf } from '../../state/recipe/recipe-state';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import '../build/build-panel';
import { goalPanel } from '../goal/goal-panel-slot';
import './pace-panel';
import './rewind-panel';
import { RUN_PICTURES, RunPictures, runPictureStyles } from './run-pictures';
import '../shell/notice-list';
import { trainViewStyles } from './styles';
import './transport-bar';

/**
 * The training view: build, train, watch. Draws `state`; text follows `throttledState`, which changes at most ten times
 * a second.
 */
@customElement('mf-train-view')
export class TrainView extends LitElement {
  static override styles = [base, controls, runPictureStyles, trainViewStyles];

  @property({ attribute: false }) state!: PageState;
  @property({ attribute: false }) throttledState!: PageState;

  readonly #pictures = new RunPictures(this);

  override render(): TemplateResult {
    const { run } = this.state;
    return html`
      ${goalPanel(this.state, this.throttledState)}
      ${
        isShown(this.state, 'build')
          ? html`<section class="build" aria-label="Build the model">${this.#build()}</section>`
          : nothing
      }
      <section class="stage" aria-label="Watch it train">
        <div class="transport">
          ${this.#transport()}
          <mf-notice-list .notices=${notices(this.throttledState)}></mf-notice-list>
        </div>
        ${this.#pace()} ${this.#rewind()} ${run === null ? this.#empty() : this.#figures(run)}
      </section>
    `;
  }

  #transport(): TemplateResult | typeof nothing {
    return isShown(this.state, 'transport')
      ? html`<mf-transport-bar class="sheet" .state=${this.throttledState}></mf-transport-bar>`
      : nothing;
  }

  #pace(): TemplateResult | typeof nothing {
    return isShown(this.state, 'speed') || isShown(this.state, 'rate')
      ? html`<mf-pace-panel class="sheet" .state=${this.throttledState}></mf-pace-panel>`
      : nothing;
  }

  #rewind(): TemplateResult | typeof nothing {
    return isShown(this.state, 'rewind')
      ? html`<mf-rewind-panel class="sheet" .state=${this.throttledState}></mf-rewind-panel>`
      : nothing;
  }

  #build(): TemplateResult {
    const preset = presetOf(this.state);
    return html`<h2>${preset?.title ?? 'Your own recipe'}</h2>
      <p class="soft">
        ${preset?.description ?? 'Changed from where you started.'}
        ${this.state.run?.latest.progress.batch === 0 ? 'Press Train and watch it learn.' : nothing}
      </p>
      <mf-build-panel .state=${this.throttledState}></mf-build-panel>`;
  }

  #empty(): TemplateResult {
    return html`<div class="sheet empty soft">
      ${this.state.engine.status === 'failed' ? 'There is no run to show.' : 'Getting the engine ready…'}
    </div>`;
  }

  #figures(run: RunState): TemplateResult {
    const shown = RUN_PICTURES.filter((picture) => isShown(this.state, picture));
    return html`<div class="figures">
      ${shown.map(
        (picture) =>
          html`<div class="sheet ${picture}">${this.#pictures.draw(picture, run, this.state, this.throttledState)}</div>`,
      )}
    </div>`;
  }
}
