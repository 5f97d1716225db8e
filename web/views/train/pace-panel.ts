import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { fieldAt } from '../../recipe/fields';
import { whole } from '../../state/page/format';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { numberOrText } from '../../state/recipe/draft';
import { LAST_POSITION, positionOf, speedAt, speedText } from '../../state/run/sliders';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { rangeText } from '../build/fields';
import { send } from '../shell/send';

const RATE = fieldAt('optimiser.learningRate', 'number');

/** Sets the training speed and the learning rate, also during training. */
@customElement('mf-pace-panel')
export class PacePanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(14rem, 1.4fr) minmax(14rem, 1fr);
        gap: var(--space-2) var(--space-5);
        align-items: start;
      }

      .row {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 var(--space-3);
      }

      .row > p,
      .row > output {
        grid-column: 2;
      }

      label {
        font-size: var(--size-2);
        font-weight: 600;
      }

      input[type='text'] {
        width: 8rem;
        max-width: 100%;
      }

      @media (max-width: 40rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  /** The text that is being typed, or that is not a valid rate. */
  @state() private typed: string | null = null;
  @state() private isUnusable = false;

  override render(): TemplateResult {
    return html`${isShown(this.state, 'speed') ? this.#speed() : nothing}
    ${isShown(this.state, 'rate') ? this.#learningRate() : nothing}`;
  }

  #speed(): TemplateResult {
    const { speed, run } = this.state;
    const pace = run?.latest.batchesPerSecond ?? 0;
    return html`<div class="row">
      <label for="speed">Speed</label>
      <input
        id="speed"
        type="range"
        min="0"
        max=${LAST_POSITION}
        step="1"
        .value=${live(String(positionOf(speed)))}
        aria-valuetext=${speedText(speed)}
        @input=${(event: InputEvent) =>
          send(this, { type: 'speed-chosen', speed: speedAt(Number((event.target as HTMLInputElement).value)) })}
      />
      <p class="small soft number">
        ${speedText(speed)}${pace > 0 ? `; now ${whole(Math.round(pace))} a second` : nothing}
      </p>
    </div>`;
  }

  #learningRate(): TemplateResult {
    const { run, draft } = this.state;
    const rate = run?.latest.progress.learningRate ?? draft.optimiser.learningRate;
    const planned = run?.description.recipe.optimiser.learningRate;
    return html`<div class="row">
      <label for="rate">Learning rate now</label>
      <input
        id="rate"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${this.isUnusable}
        aria-describedby="rate-note"
        .value=${live(this.typed ?? String(rate))}
        @input=${this.#onTyping}
        @change=${this.#onRate}
      />
      <p id="rate-note" class=${this.isUnusable ? 'problem' : 'small soft'}>
        ${this.isUnusable ? unusableSentence(this.typed ?? '', rate) : rateNote(rate, planned)}
      </p>
    </div>`;
  }

  readonly #onTyping = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  readonly #onRate = (): void => {
    const value = numberOrText(this.typed ?? '');
    if (typeof value === 'string' || value < RATE.min || value > RATE.max) {
      this.isUnusable = true;
      return;
    }
    this.isUnusable = false;
    this.typed = null;
    send(this, { type: 'set-learning-rate', learningRate: value });
  };
}

function rateNote(rate: number | string, planned: number | undefined): string {
  const differs = planned !== undefined && planned !== rate;
  return `Takes effect at once, also while training.${differs ? ` The recipe says ${planned}; a reset goes back to it.` : ''}`;
}

function unusableSentence(typed: string, rate: number | string): string {
  return `The learning rate must be a number from ${rangeText(RATE)}; ${JSON.stringify(typed)} is not. It stays at ${rate}.`;
}
