import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { fieldAt } from '../../recipe/fields';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { numberOrText } from '../../state/recipe/draft';
import { SPEEDS, speedOf, speedText, speedValue } from '../../state/run/pace';
import { isUntouched } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { rangeText } from '../build/fields';
import { send } from '../shell/send';

const RATE = fieldAt('optimiser.learningRate', 'number');

/** Sets the training speed and the learning rate. Both can be changed during training. */
@customElement('mf-pace-panel')
export class PacePanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-4);
      }

      .row {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      label {
        font-size: var(--size-1);
        font-weight: 600;
        line-height: 1.15;
      }

      select {
        width: 12.5rem;
        min-height: 2.5rem;
      }

      input[type='text'] {
        width: 5.5rem;
        min-height: 2.5rem;
      }

      .note {
        width: 5.5rem;
        line-height: 1.2;
      }

      /* In one row with the buttons. */
      @media (min-width: 75rem) and (max-width: 85rem) {
        :host {
          column-gap: var(--space-2);
        }

        select {
          width: 9.75rem;
        }
      }

      @media (max-width: 40rem) {
        :host {
          flex-wrap: nowrap;
          justify-content: space-between;
        }

        .row {
          flex: 1 1 auto;
          gap: var(--space-1);
          min-width: 0;
        }

        select {
          width: 100%;
          min-width: 0;
        }

        input[type='text'] {
          width: 4rem;
        }

        .note {
          display: none;
        }
      }

      .problem {
        position: absolute;
        z-index: 4;
        top: calc(100% + 2px);
        right: 0;
        width: 20rem;
        padding: var(--space-2);
        border: 1px solid var(--bad);
        background: var(--bad-surface);
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  /** The text in the field while it is being typed or is not a valid rate; null otherwise. */
  @state() private typed: string | null = null;
  @state() private isUnusable = false;

  override render(): TemplateResult {
    return html`${isShown(this.state, 'speed') ? this.#speed() : nothing}
    ${isShown(this.state, 'rate') ? this.#learningRate() : nothing}`;
  }

  #speed(): TemplateResult {
    const { speed } = this.state;
    const choices = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed];
    return html`<div class="row">
      <label for="speed">Speed</label>
      <select
        id="speed"
        @change=${(event: Event) =>
          send(this, { type: 'speed-chosen', speed: speedOf((event.target as HTMLSelectElement).value) })}
      >
        ${choices.map(
          (each) =>
            html`<option value=${speedValue(each)} .selected=${live(each === speed)}>${speedText(each)}</option>`,
        )}
      </select>
    </div>`;
  }

  #learningRate(): TemplateResult {
    const { run, draft } = this.state;
    const isUnderWay = run !== null && !isUntouched(run);
    const rate = isUnderWay ? run.latest.progress.learningRate : draft.optimiser.learningRate;
    const planned = run?.description.recipe.optimiser.learningRate;
    return html`<div class="row">
      <label for="rate">Learning rate</label>
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
      <p id="rate-note" class=${this.isUnusable ? 'problem' : 'note small soft'}>
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
  return planned !== undefined && planned !== rate ? `Recipe: ${planned}` : '';
}

function unusableSentence(typed: string, rate: number | string): string {
  return `The learning rate must be a number from ${rangeText(RATE)}; ${JSON.stringify(typed)} is not. It stays at ${rate}.`;
}
