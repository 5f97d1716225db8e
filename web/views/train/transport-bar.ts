import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Command } from '../../state/page/events';
import { counted } from '../../state/page/format';
import type { HideableName } from '../../state/page/hideable';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { longerRecipe } from '../../state/run/pace';
import { isChanged, isFinal, isUntouched, type RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { type IconName, icon } from '../shell/icons';
import { send } from '../shell/send';
import { transportStyles } from './transport-styles';

interface StepButton {
  readonly name: HideableName;
  readonly icon: IconName;
  /** A long text for a wide bar and a short one for a narrow bar. */
  readonly word: string;
  readonly shortWord: string;
  readonly title: string;
  readonly command: Command;
}

const STEPS: readonly StepButton[] = [
  {
    name: 'batch',
    icon: 'batch',
    word: '1 batch',
    shortWord: 'Batch',
    title: 'Train one batch',
    command: { type: 'step', unit: 'batches' },
  },
  {
    name: 'epoch',
    icon: 'epoch',
    word: '1 epoch',
    shortWord: 'Epoch',
    title: 'Train to the end of the epoch',
    command: { type: 'step', unit: 'epochs' },
  },
  {
    name: 'reset',
    icon: 'reset',
    word: 'Reset',
    shortWord: 'Reset',
    title: 'Start again with the same first weights and the recipe’s learning rate',
    command: { type: 'reset' },
  },
  {
    name: 'seed',
    icon: 'seed',
    word: 'New seed',
    shortWord: 'Seed',
    title: 'Start again with other first weights',
    command: { type: 'new-seed' },
  },
];

/** The buttons that control training: train, pause, skip to the end, step, start again. */
@customElement('mf-transport-bar')
export class TransportBar extends LitElement {
  static override styles = [base, transportStyles];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult {
    return html`<div class="bar" role="group" aria-label="Training">${this.#trainButton()} ${this.#steps()}</div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }

  #steps(): TemplateResult | typeof nothing {
    const shown = [this.#skip, ...STEPS].filter(({ name }) => isShown(this.state, name));
    return shown.length === 0 ? nothing : html`<div class="steps">${shown.map((step) => this.#button(step))}</div>`;
  }

  get #isBlocked(): boolean {
    const { recipe, engine } = this.state;
    return recipe === null || engine.status === 'failed';
  }

  get #isAtEnd(): boolean {
    const { run } = this.state;
    return run !== null && isFinal(run) && !isChanged(this.state);
  }

  /** A single button for training and pausing, so that it keeps the focus. */
  #trainButton(): TemplateResult | typeof nothing {
    if (!isShown(this.state, 'train')) return nothing;
    const isPlaying = this.state.run?.latest.playing === true;
    return html`<button
      type="button"
      class="primary train"
      title="Or press the space bar"
      ?disabled=${!isPlaying && this.#isBlocked}
      @click=${() => send(this, { type: isPlaying ? 'pause' : 'train' })}
    >
      ${icon(isPlaying ? 'pause' : 'play')}${isPlaying ? 'Pause' : trainLabel(this.state)}
    </button>`;
  }

  /** Skips to the end of the recipe, or extends the recipe once the end is reached. */
  get #skip(): StepButton {
    const { run } = this.state;
    const goesOn = run !== null && this.#isAtEnd && run.latest.progress.status !== 'diverged';
    return goesOn
      ? {
          name: 'skip',
          icon: 'more',
          word: 'Keep training',
          shortWord: 'More',
          title: longerTitle(run),
          command: { type: 'keep-training' },
        }
      : {
          name: 'skip',
          icon: 'skip',
          word: 'Skip to the end',
          shortWord: 'Skip',
          title: 'Train to the end as fast as the engine can',
          command: { type: 'skip' },
        };
  }

  #button({ name, icon: picture, word, shortWord, title, command }: StepButton): TemplateResult {
    const isOver = this.#isAtEnd && (command.type === 'step' || command.type === 'skip');
    return html`<button
      type="button"
      class=${name}
      title=${title}
      ?disabled=${this.#isBlocked || isOver}
      @click=${() => send(this, command)}
    >
      ${icon(picture)}<span class="word">${word}</span><span class="short word">${shortWord}</span>
    </button>`;
  }
}

function trainLabel(state: PageState): string {
  const { run } = state;
  if (run === null || isUntouched(run) || isChanged(state)) {
    return 'Train';
  }
  return isFinal(run) ? 'Train again' : 'Train on';
}

function longerTitle(run: RunState): string {
  const { count, unit } = longerRecipe(run).training.stopAfter;
  return `Train on to ${counted(count, unit.slice(0, -1), unit)}, with a longer recipe`;
}
