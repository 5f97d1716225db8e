import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Command } from '../../state/page/events';
import { duration, whole } from '../../state/page/format';
import type { HideableName } from '../../state/page/hideable';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { isChanged, isFinal, isUntouched, type RunState, secondsLeft } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { type IconName, icon } from '../shell/icons';
import { send } from '../shell/send';
import { transportStyles } from './transport-styles';

interface StepButton {
  readonly name: HideableName & IconName;
  /** A long text for a wide bar and a short one for a narrow bar. */
  readonly word: string;
  readonly shortWord: string;
  readonly label: string;
  readonly command: Command;
}

const STEPS: readonly StepButton[] = [
  {
    name: 'batch',
    word: '1 batch',
    shortWord: 'Batch',
    label: 'Train one batch',
    command: { type: 'step', unit: 'batches' },
  },
  {
    name: 'epoch',
    word: '1 epoch',
    shortWord: 'Epoch',
    label: 'Train one epoch',
    command: { type: 'step', unit: 'epochs' },
  },
  {
    name: 'reset',
    word: 'Reset',
    shortWord: 'Reset',
    label: 'Reset to the same first weights',
    command: { type: 'reset' },
  },
  {
    name: 'seed',
    word: 'New seed',
    shortWord: 'Seed',
    label: 'Start over with a new seed',
    command: { type: 'new-seed' },
  },
];

/** The transport bar: train, pause, step, start again, and the progress. */
@customElement('mf-transport-bar')
export class TransportBar extends LitElement {
  static override styles = [base, transportStyles];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult {
    return html`<div class="bar" role="group" aria-label="Training">
        ${this.#trainButton()}
        ${this.#steps()}
      </div>
      ${isShown(this.state, 'progress') ? this.#progress() : nothing}`;
  }

  #steps(): TemplateResult | typeof nothing {
    const shown = STEPS.filter(({ name }) => isShown(this.state, name));
    return shown.length === 0 ? nothing : html`<div class="steps">${shown.map((step) => this.#button(step))}</div>`;
  }

  get #isBlocked(): boolean {
    const { recipe, engine } = this.state;
    return recipe === null || engine.status === 'failed';
  }

  /** A single button for training and pausing, so that it keeps the focus. */
  #trainButton(): TemplateResult | typeof nothing {
    if (!isShown(this.state, 'train')) return nothing;
    const isPlaying = this.state.run?.latest.playing === true;
    return html`<button
      type="button"
      class="primary train"
      ?disabled=${!isPlaying && this.#isBlocked}
      @click=${() => send(this, { type: isPlaying ? 'pause' : 'train' })}
    >
      ${icon(isPlaying ? 'pause' : 'play')}${isPlaying ? 'Pause' : trainLabel(this.state)}
    </button>`;
  }

  #button({ name, word, shortWord, label, command }: StepButton): TemplateResult {
    const { run } = this.state;
    const atEnd = run !== null && isFinal(run) && !isChanged(this.state);
    return html`<button
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${this.#isBlocked || (command.type === 'step' && atEnd)}
      @click=${() => send(this, command)}
    >
      ${icon(name)}<span class="word">${word}</span><span class="short word">${shortWord}</span>
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
  const inEpoch =
    progress.batchInEpoch === 0
      ? ''
      : html` · batch <b>${whole(progress.batchInEpoch)}</b> of ${whole(progress.batchesInEpoch)}`;
  const done = progress.batchInEpoch === 0 ? 'batches' : 'in all';
  return html`Epoch <b>${whole(progress.epoch)}</b>${ofEpochs}${inEpoch} ·
    <b>${whole(progress.batch)}</b>${ofBatches} ${done}${left === null ? '' : ` · ${duration(left)} left`}`;
}
