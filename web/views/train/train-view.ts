import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { isShown } from '../../state/page/host-context';
import { isAboutOutcome, notices } from '../../state/page/notices';
import type { PageState } from '../../state/page/page-state';
import { CHOICES, type Choice, type RunPicture } from '../../state/page/pictures';
import { recipeName } from '../../state/page/title';
import { presetOf } from '../../state/recipe/recipe-state';
import { isUntouched, type RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import '../build/build-panel';
import { goalPanel } from '../goal/goal-panel-slot';
import { send } from '../shell/send';
import './headline';
import { oneScreenStyles } from './one-screen-styles';
import './pace-panel';
import { RUN_PICTURES, RunPictures, runPictureStyles, targetUnit } from './run-pictures';
import '../shell/notice-list';
import { trainViewStyles } from './styles';
import './timeline';
import './transport-bar';

/**
 * The training view: build, train, watch. Drawings follow `state`; text follows `throttledState`, which changes at most
 * five times a second.
 */
@customElement('mf-train-view')
export class TrainView extends LitElement {
  static override styles = [base, controls, runPictureStyles, trainViewStyles, oneScreenStyles];

  @property({ attribute: false }) state!: PageState;
  @property({ attribute: false }) throttledState!: PageState;

  /** The layer whose settings are open beside the drawing. */
  @state() private chosenLayer: number | null = null;

  readonly #pictures = new RunPictures(this, true);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    void customElements.whenDefined('mf-network-diagram').then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    removeEventListener('keydown', this.#onKey);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const { run } = this.state;
    return html`
      ${goalPanel(this.state, this.throttledState)}
      ${
        isShown(this.state, 'build')
          ? html`<section class="build" aria-label="Build the model">
              ${guard([this.throttledState], () => this.#build())}
            </section>`
          : nothing
      }
      <section class="stage" aria-label="Watch it train" @focus-lost=${this.#takeFocus}>
        ${this.#transport()}
        <mf-layer-editor .state=${this.throttledState} .index=${this.chosenLayer}></mf-layer-editor>
        ${run === null || customElements.get('mf-network-diagram') === undefined ? this.#empty() : this.#figures(run)}
      </section>
    `;
  }

  /** One row of controls above the timeline. Notices overlay what is below, so that nothing moves. */
  #transport(): TemplateResult {
    const has = (name: 'transport' | 'rewind' | 'progress' | 'speed' | 'rate') => isShown(this.state, name);
    const deck = html`<div class="deck">
      ${has('transport') ? html`<mf-transport-bar .state=${this.throttledState}></mf-transport-bar>` : nothing}
      ${
        has('rewind') || (has('transport') && has('progress'))
          ? html`<mf-timeline .run=${this.state.run} .state=${this.throttledState}></mf-timeline>`
          : nothing
      }
    </div>`;
    const isEmpty = !['transport', 'rewind', 'speed', 'rate'].some((name) => has(name as 'rate'));
    return html`<div class="transport">
      ${
        isEmpty
          ? nothing
          : html`<div class="sheet">
              ${deck}
              ${has('speed') || has('rate') ? html`<mf-pace-panel .state=${this.throttledState}></mf-pace-panel>` : nothing}
            </div>`
      }
      ${guard(
        [this.throttledState],
        () => html`<mf-notice-list
          class="hanging"
          .notices=${notices(this.throttledState).filter((notice) => !isAboutOutcome(notice))}
        ></mf-notice-list>`,
      )}
    </div>`;
  }

  #build(): TemplateResult {
    const preset = presetOf(this.throttledState);
    return html`<h2 title=${preset?.description ?? ''}>${preset?.title ?? recipeName(this.throttledState.draft)}</h2>
      <mf-build-panel .state=${this.throttledState}></mf-build-panel>
      <mf-bench-camera .run=${this.throttledState.run} .parts=${this.#sheets}></mf-bench-camera>`;
  }

  #empty(): TemplateResult {
    return html`<div class="sheet empty soft">
      ${this.state.engine.status === 'failed' ? 'There is no run to show.' : 'Getting the engine ready…'}
    </div>`;
  }

  #figures(run: RunState): TemplateResult {
    const shown = RUN_PICTURES.filter((picture) => isShown(this.state, picture));
    const chosen = chosenPictures(this.state, shown);
    const place = (picture: RunPicture) =>
      picture === chosen[0] ? 'left' : picture === chosen[1] ? 'right' : isChoice(picture) ? 'spare' : '';
    return html`<div class="figures">
      ${guard([this.throttledState, ...chosen], () => this.#status(run, chosen, shown))}
      ${shown.map(
        (picture) =>
          html`<div class="sheet ${picture} ${place(picture)}" @layer-chosen=${this.#onLayer}>
            ${this.#pictures.draw(picture, run, this.state, this.throttledState)}
          </div>`,
      )}
    </div>`;
  }

  /**
   * The errors, how the run ended, and which pictures are shown. Always as tall as it can get, so that nothing below
   * moves.
   */
  #status(run: RunState, chosen: readonly Choice[], shown: readonly RunPicture[]): TemplateResult {
    const text = this.throttledState.run ?? run;
    return html`<div class="status">
      <mf-headline .run=${text} .unit=${targetUnit(text)}></mf-headline>
      <div class="words">
        ${isUntouched(text) ? html`<p class="small">Press Train and watch it learn.</p>` : nothing}
        <mf-notice-list class="plain" .notices=${notices(this.throttledState).filter(isAboutOutcome)}></mf-notice-list>
      </div>
      ${this.#choices(chosen, shown)}
    </div>`;
  }

  #choices(chosen: readonly Choice[], shown: readonly RunPicture[]): TemplateResult | typeof nothing {
    const choices = CHOICES.filter((picture) => shown.includes(picture));
    if (choices.length < 3) return nothing;
    return html`<div class="choices" role="group" aria-label="Pictures beside the loss">
      ${chosen.map(
        (current, slot) => html`<select
          aria-label=${slot === 0 ? 'First picture' : 'Second picture'}
          @change=${(event: Event) =>
            send(this, {
              type: 'picture-chosen',
              slot,
              picture: (event.target as HTMLSelectElement).value as Choice,
            })}
        >
          ${choices.map(
            (picture) =>
              html`<option value=${picture} .selected=${picture === current}>${PICTURE_TITLES[picture]}</option>`,
          )}
        </select>`,
      )}
    </div>`;
  }

  readonly #sheets = (): readonly HTMLElement[] =>
    [...this.renderRoot.querySelectorAll<HTMLElement>('.status mf-headline, .figures > .sheet')].filter((sheet) =>
      sheet.checkVisibility(),
    );

  readonly #onLayer = ({ detail: { index, anchor } }: CustomEvent<{ index: number; anchor: DOMRect }>): void => {
    this.chosenLayer = index;
    void Promise.all([customElements.whenDefined('mf-layer-editor'), this.updateComplete]).then(() =>
      this.renderRoot.querySelector('mf-layer-editor')?.show(anchor),
    );
  };

  /**
   * Moves the focus to the transport bar when the focused element is removed, because training is the likely next step.
   */
  readonly #takeFocus = (event: Event): void => {
    const bar = this.renderRoot.querySelector<HTMLElement>('mf-transport-bar');
    if (bar === null) return;
    event.preventDefault();
    bar.focus();
  };

  /** Space trains and pauses, unless the focused element uses the key. On other pages of the site, space scrolls. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const isFree = event.key === ' ' && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isFree || event.defaultPrevented || this.state.host.site !== null || !this.checkVisibility()) return;
    const [target] = event.composedPath();
    if (target !== document.body && !(target instanceof HTMLElement && target.localName === 'main')) return;
    if (!isShown(this.state, 'train') || this.state.recipe === null || this.state.engine.status === 'failed') return;
    event.preventDefault();
    send(this, { type: this.state.run?.latest.playing === true ? 'pause' : 'train' });
  };
}

const PICTURE_TITLES: Readonly<Record<RunPicture, string>> = {
  network: 'Network',
  loss: 'Loss',
  predictions: 'Predictions',
  response: 'Response',
  metrics: 'Errors',
  evaluations: 'Evaluations',
};

/** The two pictures beside the loss: those that were chosen, or the first ones that are not hidden. */
function chosenPictures({ pictures }: PageState, shown: readonly RunPicture[]): readonly Choice[] {
  const choices = CHOICES.filter((picture) => shown.includes(picture));
  return [
    ...pictures.filter((picture) => choices.includes(picture)),
    ...choices.filter((each) => !pictures.includes(each)),
  ].slice(0, 2);
}

function isChoice(picture: RunPicture): picture is Choice {
  return CHOICES.some((choice) => choice === picture);
}
