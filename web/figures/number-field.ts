import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base } from '../styles/base';
import { controls } from '../styles/controls';
import { type NumberBounds, readNumber, toStep, writeNumber } from './typed-number';

/** The description of a number field; `FigureField`s of the kind `number` fit. */
export interface NumberFieldBounds extends NumberBounds {
  readonly label: string;
}

/** The positions of a logarithmic slider. */
const PLACES = 60;

/** A number to drag and to type; fires `number-change` with the new number, which is always within the bounds. */
@customElement('mf-number-field')
export class NumberField extends LitElement {
  @property({ attribute: false }) field!: NumberFieldBounds;
  @property({ attribute: false }) value = 0;
  /** The slider is logarithmic, for numbers that can be very small; needs `min` above 0. */
  @property({ type: Boolean }) logarithmic = false;
  /** The typed text, if it is not a valid number; otherwise null. */
  @state() private refused: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value')) this.refused = null;
  }

  protected override render(): TemplateResult {
    const { label, min, max, step } = this.field;
    return html`<div class="line">
        <label for="typed">${label}</label>
        <input
          id="typed"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.refused === null ? 'false' : 'true'}
          aria-describedby=${this.refused === null ? nothing : 'problem'}
          .value=${live(this.refused ?? writeNumber(this.value))}
          @change=${this.onTyped}
        />
      </div>
      <input
        type="range"
        aria-label="${label}, slider"
        aria-valuetext=${writeNumber(this.value)}
        min=${this.logarithmic ? 0 : min}
        max=${this.logarithmic ? PLACES : max}
        step=${this.logarithmic ? 1 : step}
        .value=${live(String(this.logarithmic ? this.placeOf(this.value) : this.value))}
        @input=${this.onSlid}
      />
      ${
        this.refused === null
          ? nothing
          : html`<p class="problem" id="problem" role="alert">
              A number from ${writeNumber(min)} to ${writeNumber(max)}, please.
            </p>`
      }`;
  }

  private placeOf(value: number): number {
    const { min, max } = this.field;
    return Math.round((PLACES * Math.log(value / min)) / Math.log(max / min));
  }

  private atPlace(place: number): number {
    const { min, max, step } = this.field;
    const value = min * (max / min) ** (place / PLACES);
    // Two significant digits are enough for dragging.
    return toStep(Number(value.toPrecision(2)), { min, max, step });
  }

  private readonly onSlid = (event: Event): void => {
    const place = Number((event.target as HTMLInputElement).value);
    this.choose(this.logarithmic ? this.atPlace(place) : place);
  };

  private readonly onTyped = (event: Event): void => {
    const { min, max } = this.field;
    const text = (event.target as HTMLInputElement).value;
    const value = readNumber(text);
    if (value >= min && value <= max) this.choose(value);
    else this.refused = text;
  };

  private choose(value: number): void {
    this.refused = null;
    this.dispatchEvent(new CustomEvent('number-change', { detail: value }));
  }

  static override styles = [
    base,
    controls,
    css`
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
      }
      label {
        font-size: var(--size-2);
        font-weight: 600;
      }
      input[type='text'] {
        width: 6rem;
        text-align: end;
      }
      input[type='range'] {
        display: block;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-number-field': NumberField;
  }
}
