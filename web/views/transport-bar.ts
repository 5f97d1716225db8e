import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { duration, whole } from '../state/format';
import type { PageState } from '../state/page-state';
import { isChanged } from '../state/recipe-state';
import { isFinal, isUntouched, type RunState, secondsLeft } from '../state/run-state';
import { base } from '../styles/base';
import { icon } from './icons';
import { send } from './send';
import { transportStyles } from './transport-styles';

/** Train, pause, step, start over, and how far it has come. */
@customElement('mf-transport-bar')
export class TransportBar extends LitElement {
  static override styles = [base, transportStyles];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult {
    return html`<div class="bar" role="group" aria-label="Training">
        ${this.#trainButton()}
        <div class="steps">
          ${this.#button('batch', '1 batch', 'Train one batch', () => send(this, { type: 'step', unit: 'batches' }))}
          ${this.#button('epoch', '1 epoch', 'Train one epoch', () => send(this, { type: 'step', unit: 'epochs' }))}
          ${this.#button('reset', 'Reset', 'Reset to the same first weights', () => send(this, { type: 'reset' }))}
          ${this.#button('seed', 'New seed', 'Start over with a new seed', () => send(this, { type: 'new-seed' }))}
        </div>
      </div>
      ${this.#progress()}`;
  }

  get #isBlocked(): boolean {
    const { recipe, engine } = this.state;
    return recipe === null || engine.status === 'failed';
  }

  #trainButton(): TemplateResult {
    const { run } = this.state;
    if (run?.latest.playing) {
      return html`<button type="button" class="primary train" @click=${() => send(this, { type: 'pause' })}>
        ${icon('pause')}Pause
      </button>`;
    }
    return html`<button
      type="button"
      class="primary train"
      ?disabled=${this.#isBlocked}
      @click=${() => send(this, { type: 'train' })}
    >
      ${icon('play')}${trainLabel(this.state)}
    </button>`;
  }

  #button(name: 'batch' | 'epoch' | 'reset' | 'seed', word: string, label: string, act: () => void): TemplateResult {
    const isStep = name === 'batch' || name === 'epoch';
    const { run } = this.state;
    const atEnd = run !== null && isFinal(run) && !isChanged(this.state);
    return html`<button
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${this.#isBlocked || (isStep && atEnd)}
      @click=${act}
    >
      ${icon(name)}<span class="word">${word}</span>
    </button>`;
  }

  #progress(): TemplateResult {
    const { run } = this.state;
    const fraction = run?.latest.progress.fraction ?? 0;
    return html`<div class="progress">
      <progress max="1" .value=${fraction} aria-label="Progress of the run"></progress>
      <p class="number small">${run === null ? this.#withoutRun() : progressText(run)}</p>
    </div>`;
  }

  #withoutRun(): TemplateResult | typeof nothing {
    return this.state.engine.status === 'starting' ? html`Getting the engine ready…` : nothing;
  }
}

function trainLabel(state: PageState): string {
  const { run } = state;
  if (run === null || isUntouched(run)) {
    return 'Train';
  }
  if (isChanged(state)) {
    return 'Train anew';
  }
  return isFinal(run) ? 'Train again' : 'Train on';
}

function progressText(run: RunState): TemplateResult {
  const { progress, playing } = run.latest;
  const { count, unit } = run.description.recipe.training.stopAfter;
  const left = playing ? secondsLeft(run) : null;
  const ofEpochs = unit === 'epochs' ? ` of ${whole(count)}` : '';
  const ofBatches = unit === 'batches' ? ` of ${whole(count)}` : '';
  return html`Epoch <b>${whole(progress.epoch)}</b>${ofEpochs}, batch
    <b>${whole(progress.batchInEpoch)}</b> of ${whole(progress.batchesInEpoch)} in it,
    <b>${whole(progress.batch)}</b>${ofBatches} in all${left === null ? '' : `, ${duration(left)} left`}`;
}
