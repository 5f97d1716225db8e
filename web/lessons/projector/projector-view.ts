import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { base } from '../../styles/base';
import { blocks } from '../block-styles';
import { type PageState, partOfPage } from '../block-view';
import type { LoadedPage } from '../lesson';
import { type PageValues, queryOf } from '../page-values';
import { hashOf, placeOf } from '../place';
import type { PredictionCard, PredictionMade } from '../prediction-card';
import { answeredOf, type Predictions, type Progress } from '../progress';
import { WideParts } from '../wide-parts';
import { hasFigure, slidesOf, type Turn, turnOf } from './slides';

/**
 * The type sizes, depending on the size of the screen: for text, and for a figure, which must fit on it with its
 * controls.
 */
const TYPE_SIZES = { words: 'clamp(100%, 1.1vw + 1.1vh, 300%)', figure: 'clamp(100%, 0.55vw + 0.9vh, 200%)' } as const;

/**
 * Projector mode of a page: one part at a time, each as large as the screen. Keys move between parts, Escape ends it.
 */
@customElement('mf-projector')
export class ProjectorView extends LitElement {
  static override styles = [
    base,
    ...blocks,
    css`
      :host {
        --measure: 46rem;
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        min-height: 100vh;
      }

      .slide {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: center;
        padding: var(--space-4) max(var(--space-4), 3vw);
      }

      .slide:focus {
        outline: none;
      }

      .slide > .prose {
        justify-self: center;
      }

      @media (min-width: 70rem) {
        .work {
          grid-template-columns: minmax(0, 1fr) minmax(0, 3.2fr);
          align-items: start;
          gap: var(--space-5);
        }

        .work > .do {
          top: var(--space-4);
        }
      }

      .title {
        display: grid;
        gap: var(--space-4);
        justify-items: center;
        text-align: center;
      }

      h1 {
        font-size: calc(1.6 * var(--size-5));
      }

      .title p {
        max-width: var(--measure);
        font-size: var(--size-5);
        line-height: 1.35;
      }

      nav {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-2) var(--space-4);
        border-top: 1.5px solid var(--ink);
        background: var(--surface);
      }

      nav div {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) loaded!: LoadedPage;
  /** The number of the part, counted from 1; the last one if there are fewer. */
  @property({ attribute: false }) slide = 1;
  @property({ attribute: false }) values!: PageValues;
  @property({ attribute: false }) progress!: Progress;

  /** Turns that were asked for while another one was still loading its part. */
  readonly #waiting: Turn[] = [];
  /** The predictions of the audience. They are not stored, so the next audience predicts again. */
  @state() private predicted: Predictions = {};

  constructor() {
    super();
    new WideParts(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    removeEventListener('keydown', this.#onKey);
    document.documentElement.style.fontSize = '';
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('loaded');
    if (before !== undefined && before.page.id !== this.loaded.page.id) this.predicted = {};
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('slide') && !changed.has('loaded')) return;
    const turn = this.#waiting.shift();
    if (turn !== undefined) this.#turn(turn);
    const slide = slidesOf(this.loaded.page)[this.#place - 1];
    // All sizes on the page depend on that of its root.
    document.documentElement.style.fontSize = TYPE_SIZES[slide !== undefined && hasFigure(slide) ? 'figure' : 'words'];
    scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('.slide')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { page, chapter, next } = this.loaded;
    const slides = slidesOf(page);
    const place = this.#place;
    const slide = slides[place - 1];
    const isLast = place === slides.length;
    const state: PageState = {
      values: this.values,
      answered: answeredOf(this.progress, page.id),
      predicted: this.predicted,
      // The result of a prediction is a separate slide.
      waiting: new Set(),
    };
    return html`<div class="slide" tabindex="-1" @prediction-made=${this.#onPrediction} role="group" aria-label="Part ${place} of ${slides.length}">
        ${keyed(
          `${page.id} ${place}`,
          slide?.kind === 'part'
            ? html`<h1 class="visually-hidden">${page.title}</h1>
                ${partOfPage(slide.part, state)}`
            : html`<div class="title">
                <p class="soft small">Chapter ${chapter.number}, ${chapter.title}</p>
                <h1>${page.title}</h1>
                <p>${page.question}</p>
              </div>`,
        )}
      </div>
      <nav aria-label="Parts">
        <div>
          <button type="button" ?disabled=${place === 1} @click=${() => this.#turn('previous')}>Previous</button>
          <button type="button" class="primary" ?disabled=${isLast && next === null} @click=${() => this.#turn('next')}>
            ${isLast && next !== null ? `Next page: ${next.title}` : 'Next'}
          </button>
          <span class="number" role="status">${page.title}: ${place} of ${slides.length}</span>
        </div>
        <button type="button" @click=${() => this.#turn('leave')}>Leave</button>
      </nav>`;
  }

  get #place(): number {
    return Math.min(this.slide, slidesOf(this.loaded.page).length);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [target] = event.composedPath();
    const isFree = target === document.body || (target as Element).matches('main, .slide');
    const turn = turnOf(event.key, isFree);
    if (turn === null) return;
    event.preventDefault();
    this.#turn(turn);
  };

  readonly #onPrediction = (event: PredictionMade): void => {
    event.stopPropagation();
    const { id, text } = event.detail;
    this.predicted = { ...this.predicted, [id]: text };
  };

  /** Whether the address already names another part than the one shown. */
  get #isTurning(): boolean {
    const place = placeOf(location.hash);
    return place.kind !== 'projector' || place.id !== this.loaded.page.id || place.slide !== this.slide;
  }

  /** The figures keep their values. A prediction is resolved before the next slide is shown. */
  #turn(turn: Turn): void {
    if (this.#isTurning) {
      this.#waiting.push(turn);
      return;
    }
    const card = this.renderRoot.querySelector<PredictionCard>('mf-prediction');
    if (turn === 'next' && card?.isRevealed === false) {
      card.reveal();
      return;
    }
    const { page, next } = this.loaded;
    const query = queryOf(page, this.values);
    const at = (slide: number) => hashOf({ kind: 'projector', id: page.id, slide, query });
    const place = this.#place;
    if (turn === 'leave') location.hash = hashOf({ kind: 'page', id: page.id, query });
    else if (turn === 'previous') location.hash = at(Math.max(1, place - 1));
    else if (place < slidesOf(page).length) location.hash = at(place + 1);
    else if (next !== null) location.hash = hashOf({ kind: 'projector', id: next.id, slide: 1, query: new Map() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-projector': ProjectorView;
  }
}
