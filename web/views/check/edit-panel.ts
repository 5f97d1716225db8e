import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { pageRoot } from '../../charts/drawing/theme';
import { formatNumber } from '../../charts/numbers/format';
import { type Edits, openEdits, type ParameterEdit, type UndoKey, undoKey } from '../../state/check/edits';
import { elementName, type NamedMatrix, namedParameter } from '../../state/check/element-names';
import { columnNamed } from '../../state/data/columns';
import { counted } from '../../state/page/format';
import { numberOrText } from '../../state/recipe/draft';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import './element-picker';
import type { Picked } from './element-picker';
import '../train/metrics-table';
import { send } from '../shell/send';

/** Steps of the slider on either side of the trained value. */
const STEPS = 200;

let gestures = 0;

/** Edits one parameter of the network, by typing or dragging. The predictions are updated immediately. */
@customElement('mf-edit-panel')
export class EditPanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        gap: var(--space-4) var(--space-5);
      }

      .controls {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        align-content: start;
      }

      .value {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 9rem;
        gap: var(--space-1) var(--space-3);
        align-items: center;
      }

      .value label {
        grid-column: 1 / -1;
        font-size: var(--size-2);
        font-weight: 600;
      }

      .value input[type='text'] {
        width: 100%;
      }

      .value p {
        grid-column: 1 / -1;
      }

      .history {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) run!: RunState;
  @property({ attribute: false }) edits: Edits | null = null;
  /** An edit that the worker has not applied yet. */
  @property({ attribute: false }) pending: ParameterEdit | null = null;

  @state() private picked: Picked = { matrix: 0, element: 0 };
  /** The text while it is being typed; null when the field shows the parameter. */
  @state() private typed: string | null = null;

  /** The root of the page, where the keys for undo and redo are handled. */
  #page: HTMLElement = this;
  #gesture = 0;
  #matricesOf: RunState['description'] | null = null;
  #matrices: readonly NamedMatrix[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = pageRoot(this);
    this.#page.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    this.#page.removeEventListener('keydown', this.#onKey);
    super.disconnectedCallback();
  }

  override willUpdate(): void {
    const { description } = this.run;
    if (this.#matricesOf === description) return;
    this.#matricesOf = description;
    this.#matrices = description.parameters.map((shape) => namedParameter(description, shape));
    this.picked = { matrix: 0, element: 0 };
    this.typed = null;
  }

  override render(): TemplateResult {
    const { recipe } = this.run.description;
    return html`<div class="controls">
        <h3>Edit a number</h3>
        <p class="soft">
          Choose a weight or a bias, then type or drag its value. The errors here, and the network and charts of the
          Train view, update immediately. Training pauses.
        </p>
        <mf-element-picker
          .matrices=${this.#matrices}
          .picked=${this.picked}
          @element-picked=${this.#onPicked}
        ></mf-element-picker>
        ${this.#value()} ${this.#history()}
      </div>
      <mf-metrics-table
        .run=${this.run}
        .unit=${columnNamed(recipe, recipe.data.target)?.unit ?? ''}
      ></mf-metrics-table>`;
  }

  #value(): TemplateResult {
    const value = this.#now();
    const trained = this.#trained();
    const name = elementName(this.#matrices[this.picked.matrix] as NamedMatrix, this.picked.element);
    const reach = Math.max(1, 2 * Math.abs(trained));
    const problem = this.typed !== null && typeof numberOrText(this.typed) !== 'number';
    const text = this.typed ?? String(value);
    return html`<div class="value">
      <label for="number">${name}</label>
      <input
        type="range"
        aria-label="Drag ${name}"
        aria-valuetext=${formatNumber(value)}
        min=${trained - reach}
        max=${trained + reach}
        step="any"
        .value=${live(String(value))}
        @input=${(event: Event) => this.#edit(short(Number((event.target as HTMLInputElement).value)))}
        @keydown=${(event: KeyboardEvent) => this.#nudge(event, reach / STEPS)}
        @change=${this.#endGesture}
      />
      <input
        id="number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby="number-note"
        .value=${live(text)}
        @input=${(event: Event) => {
          this.typed = (event.target as HTMLInputElement).value;
        }}
        @change=${this.#commit}
      />
      <p id="number-note" class=${problem ? 'problem' : 'small soft number'}>
        ${problem ? 'Enter a number with a decimal point, such as −0.5 or 1e-3.' : `Trained: ${formatNumber(trained, 6)}. Now: ${formatNumber(value, 6)}.`}
      </p>
    </div>`;
  }

  #history(): TemplateResult {
    const open = openEdits(this.edits, this.run);
    const [past, future] = [open?.past.length ?? 0, open?.future.length ?? 0];
    return html`<div class="history" role="group" aria-label="Edits">
        <button
          type="button"
          aria-keyshortcuts="Control+Z"
          title="Ctrl+Z"
          ?disabled=${past === 0}
          @click=${() => send(this, { type: 'undo-edit' })}
        >
          Undo
        </button>
        <button
          type="button"
          aria-keyshortcuts="Control+Shift+Z"
          title="Ctrl+Shift+Z"
          ?disabled=${future === 0}
          @click=${() => send(this, { type: 'redo-edit' })}
        >
          Redo
        </button>
        <button type="button" ?disabled=${past === 0} @click=${() => send(this, { type: 'drop-edits' })}>
          Restore the trained values
        </button>
      </div>
      ${past > 0 ? html`<p class="small soft number">${counted(past, 'edit', 'edits')} can be undone.</p>` : nothing}`;
  }

  /** Index of the chosen parameter in the flat array of all parameters. */
  #index(): number {
    const shape = this.run.description.parameters[this.picked.matrix];
    return (shape?.offset ?? 0) + this.picked.element;
  }

  #now(): number {
    const index = this.#index();
    return this.pending?.index === index ? this.pending.value : (this.run.latest.parameters[index] as number);
  }

  #trained(): number {
    const open = openEdits(this.edits, this.run);
    return (open?.trained ?? this.run.latest.parameters)[this.#index()] as number;
  }

  #edit(value: number): void {
    if (this.#gesture === 0) {
      gestures += 1;
      this.#gesture = gestures;
    }
    this.typed = null;
    send(this, { type: 'edit-parameter', index: this.#index(), value, gesture: this.#gesture });
  }

  readonly #endGesture = (): void => {
    this.#gesture = 0;
  };

  /** Handles the arrow keys: a slider without a step ignores them, and a step would round the trained value. */
  #nudge(event: KeyboardEvent, step: number): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: 1,
      ArrowRight: 1,
      ArrowDown: -1,
      ArrowLeft: -1,
      PageUp: 10,
      PageDown: -10,
    };
    const count = steps[event.key];
    if (count === undefined) return;
    event.preventDefault();
    this.#edit(short(this.#now() + count * step));
    if (!event.repeat) this.#endGesture();
  }

  readonly #commit = (): void => {
    const value = numberOrText(this.typed ?? '');
    if (typeof value !== 'number') return;
    this.#edit(value);
    this.#endGesture();
  };

  readonly #onPicked = (event: CustomEvent<Picked>): void => {
    this.picked = event.detail;
    this.typed = null;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const key: UndoKey | null = undoKey(event);
    // Text that is being typed has its own undo.
    if (
      key === null ||
      !this.checkVisibility() ||
      this.typed !== null ||
      event.composedPath()[0] instanceof HTMLTextAreaElement
    )
      return;
    event.preventDefault();
    send(this, { type: key === 'undo' ? 'undo-edit' : 'redo-edit' });
  };
}

/** A dragged value, rounded to few digits, because dragging is not precise. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
