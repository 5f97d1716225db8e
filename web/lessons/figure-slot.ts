import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { core } from '../figures/core';
import { FIGURES } from '../figures/descriptions.js';
import type { FigureDescription } from '../figures/fields.js';
import type { FigureChange, FigureElement, FigureValues } from '../figures/figure-element';
import { loadFigure } from '../figures/load-figure';
import { PendingController } from '../figures/pending';
import { base } from '../styles/base';
import type { FigureBlock } from './lesson';

/** Fired with the figure's id and all its values when the reader has changed one. */
export type FigureMoved = CustomEvent<{ readonly id: string; readonly values: FigureValues }>;

type Status = { readonly kind: 'loading' | 'ready' } | { readonly kind: 'failed'; readonly sentence: string };

/**
 * The place of a figure on a page: loads the figure and the engine, fires `figure-ready`, and reports if one of them
 * cannot be loaded. It has the attribute `pending` until the figure has its height.
 */
@customElement('mf-figure-slot')
export class FigureSlot extends LitElement {
  static override styles = [
    base,
    css`
      .loading,
      .failed {
        display: grid;
        place-content: center;
        justify-items: start;
        gap: var(--space-3);
        min-height: 14rem;
      }

      .failed p {
        max-width: 34rem;
      }
    `,
  ];

  @property({ attribute: false }) figure!: FigureBlock;
  @property({ attribute: false }) values!: FigureValues;

  @state() private status: Status = { kind: 'loading' };

  #element: FigureElement | null = null;
  readonly #pending = new PendingController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#element === null) void this.#pending.wait(this.#load());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('values') && this.#element !== null) this.#element.values = this.values;
  }

  override render(): TemplateResult {
    switch (this.status.kind) {
      case 'loading':
        return html`<div class="sheet loading soft" role="status">
          <p>Getting “${this.#description.title}” ready …</p>
        </div>`;
      case 'failed':
        return html`<div class="sheet failed" role="alert">
          <p>${this.status.sentence}</p>
          <button type="button" @click=${() => this.#pending.wait(this.#load())}>Try again</button>
        </div>`;
      case 'ready':
        return html`${this.#element}`;
    }
  }

  get #description(): FigureDescription {
    return FIGURES[this.figure.name] as FigureDescription;
  }

  readonly #load = async (): Promise<void> => {
    this.status = { kind: 'loading' };
    const { tag, title } = this.#description;
    try {
      await loadFigure(this.figure.name);
    } catch {
      this.#fail(`“${title}” could not be loaded. Check the connection.`);
      return;
    }
    try {
      // Every figure needs the engine to compute what it shows.
      await core();
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
      return;
    }
    const element = document.createElement(tag) as FigureElement;
    element.values = this.values;
    element.addEventListener('figure-change', (event) => this.#passOn(event as FigureChange));
    this.#element = element;
    this.status = { kind: 'ready' };
    await this.updateComplete;
    this.dispatchEvent(new Event('figure-ready'));
  };

  #fail(sentence: string): void {
    this.status = { kind: 'failed', sentence };
  }

  #passOn({ detail: values }: FigureChange): void {
    const detail = { id: this.figure.id, values };
    this.dispatchEvent(
      new CustomEvent('figure-moved', { detail, bubbles: true, composed: true }) satisfies FigureMoved,
    );
  }
}
