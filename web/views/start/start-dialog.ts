import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { EXERCISES, type Exercise } from '../../goals/exercises';
import { PRESETS, type Preset, presetNamed } from '../../recipe/presets';
import { LESSONS } from '../../state/page/address';
import type { StartPage } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { icon } from '../shell/icons';
import { send } from '../shell/send';
import { thumbnail } from './thumbnail';

/** The start dialogue: three cards on the first visit, and a gallery of presets and exercises at any time. */
@customElement('mf-start-dialog')
export class StartDialog extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        width: min(64rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: var(--space-4) var(--space-5) var(--space-5);
        border: 1.5px solid var(--ink);
        background: var(--paper);
        color: var(--ink);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-4);
        padding-bottom: var(--space-3);
      }

      .cards,
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
        gap: var(--space-3);
      }

      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        justify-items: start;
        gap: var(--space-1);
        width: 100%;
        height: 100%;
        min-height: 0;
        padding: var(--space-3) var(--space-4);
        border: 1.5px solid var(--control);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font-size: var(--size-2);
        font-weight: 400;
        line-height: 1.4;
        text-align: start;
        text-decoration: none;
        cursor: pointer;
      }

      .card:hover {
        border-color: var(--accent);
        background: var(--sunken);
      }

      .card strong {
        font-size: var(--size-3);
      }

      .cards .card {
        padding: var(--space-4);
      }

      .cards svg.icon {
        width: 2rem;
        height: 2rem;
        color: var(--accent);
      }

      h3 {
        padding: var(--space-4) 0 var(--space-2);
      }

      .thumbnail path {
        stroke: var(--weight-zero);
        stroke-width: 0.75;
      }

      .thumbnail circle {
        fill: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) shows: StartPage = 'cards';

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('shows') === 'cards') this.renderRoot.querySelector<HTMLElement>('.card')?.focus();
  }

  override render(): TemplateResult {
    const title = this.shows === 'cards' ? 'Where do you want to start?' : 'Gallery';
    return html`<dialog aria-labelledby="title" @close=${this.#left} @click=${this.#onBackdrop}>
      <div class="head">
        <h2 id="title">${title}</h2>
        <button type="button" class="icon" aria-label="Close" title="Close" @click=${this.#close}>${icon('remove')}</button>
      </div>
      ${this.shows === 'cards' ? this.#cards() : this.#gallery()}
    </dialog>`;
  }

  #cards(): TemplateResult {
    return html`<div class="cards">
      <button type="button" class="card" autofocus @click=${this.#watch}>
        ${icon('play')}<strong>Watch a network learn</strong>
        <span>It predicts house prices and improves within ten seconds while you watch.</span>
      </button>
      <a class="card" href=${LESSONS} @click=${this.#close}>
        ${icon('epoch')}<strong>Start the course</strong>
        <span>Deep learning from first principles, in short lessons with live figures.</span>
      </a>
      <button type="button" class="card" @click=${() => send(this, { type: 'start-page-chosen', page: 'gallery' })}>
        ${icon('add')}<strong>Solve an exercise</strong>
        <span>A network just misses its goal. Change it until it reaches the goal.</span>
      </button>
    </div>`;
  }

  #gallery(): TemplateResult {
    return html`<h3>Exercises</h3>
      <ul>
        ${EXERCISES.map((exercise) => html`<li>${this.#exercise(exercise)}</li>`)}
      </ul>
      <h3>Models to start from</h3>
      <ul>
        ${PRESETS.map((preset) => html`<li>${this.#preset(preset)}</li>`)}
      </ul>`;
  }

  #exercise({ title, task, preset, goal }: Exercise): TemplateResult {
    const recipe = presetNamed(preset)?.recipe;
    return html`<a
      class="card"
      href="${location.href.replace(/#.*/, '')}#train?${new URLSearchParams({ preset, goal })}"
      @click=${this.#close}
      >${recipe === undefined ? '' : thumbnail(recipe)}<strong>${title}</strong><span>${task}</span></a
    >`;
  }

  #preset({ id, title, description, recipe }: Preset): TemplateResult {
    return html`<button
      type="button"
      class="card"
      @click=${() => {
        send(this, { type: 'preset-chosen', id });
        this.#close();
      }}
    >
      ${thumbnail(recipe)}<strong>${title}</strong><span>${description}</span>
    </button>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #watch = (): void => {
    this.#close();
    send(this, { type: 'train' });
  };

  readonly #close = (): void => this.#dialog?.close();

  readonly #left = (): void => send(this, { type: 'start-page-chosen', page: null });

  readonly #onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.#dialog && event.detail > 0 && isOutside(event, this.#dialog as HTMLElement))
      this.#close();
  };
}

function isOutside({ clientX, clientY }: MouseEvent, element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
