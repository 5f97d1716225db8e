import { CHAPTERS } from 'virtual:lessons';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Throttle } from '../charts/drawing/throttle';
import { isInLessons } from '../state/page/address';
import type { Theme } from '../state/page/page-state';
import { base } from '../styles/base';
import { frame } from '../styles/frame';
import { aboutLink } from '../views/shell/about-link';
import './contents-view';
import type { FigureMoved } from './figure-slot';
import './lessons-header';
import { isSame, type Loaded, loadPlace, pageOf, titleOf } from './load-place';
import './page-view';
import { type PageValues, queryOf, valuesOf } from './page-values';
import { hashOf, hashOfPage, type Place, placeOf } from './place';
import type { PredictionMade } from './prediction-card';
import { withAnswer, withPrediction, withVisit } from './progress';
import { ProgressStorage } from './progress-storage';
import type { QuestionAnswered } from './question-card';

/**
 * Milliseconds between two updates of the address while a figure is dragged; browsers limit their number.
 */
const ADDRESS_PAUSE = 300;

/** The lessons: shows the page in the address, and keeps figures, address and progress consistent. */
@customElement('mf-lessons')
export class LessonsApp extends LitElement {
  static override styles = [
    base,
    frame,
    css`
      :host {
        --page: 72rem;
      }

      .state {
        display: grid;
        justify-items: start;
        gap: var(--space-3);
        max-width: 40rem;
        /* The last line stays out of sight, so that nothing in sight moves when the page arrives. */
        min-height: 100vh;
        align-content: start;
      }

      main.room {
        max-width: none;
        padding: 0;
      }

      @media print {
        footer {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) theme: Theme = 'system';

  @state() private place: Place = placeOf(location.hash);
  /** The shown content; the previous one while the next is being loaded. */
  @state() private loaded: Loaded | null = null;
  @state() private failed = false;
  @state() private values: PageValues = new Map();
  @state() private sentences: readonly string[] = [];

  readonly #progress = new ProgressStorage();
  /** Pages to turn, by keys that were pressed faster than pages load. */
  readonly #turns: ('next' | 'previous')[] = [];
  readonly #address = new Throttle(ADDRESS_PAUSE, () => this.#writeAddress());

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#follow);
    addEventListener('keydown', this.#turnPage);
    void this.#open(false);
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('keydown', this.#turnPage);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const isInRoom = this.loaded?.kind === 'projector' && !this.failed;
    return html`
      ${
        isInRoom
          ? nothing
          : html`<mf-lessons-header .place=${this.place} .theme=${this.theme}>
              <button slot="skip" type="button" @click=${this.#skip}>Skip to the content</button>
            </mf-lessons-header>`
      }
      <main
        class=${isInRoom ? 'room' : ''}
        tabindex="-1"
        @figure-moved=${this.#onFigure}
        @question-answered=${this.#onAnswer}
        @prediction-made=${this.#onPrediction}
        @progress-forgotten=${this.#onForgotten}
      >
        ${this.failed ? this.#failure() : this.#content()}
      </main>
      ${
        isInRoom
          ? nothing
          : html`<footer>
              <p>
                These pages compute everything in your browser. No data leaves it.
                <mf-offline-note></mf-offline-note>
                ${aboutLink()}
              </p>
            </footer>`
      }
    `;
  }

  #content(): TemplateResult | typeof nothing {
    const { loaded } = this;
    switch (loaded?.kind) {
      case undefined:
        return html`<div class="state" role="status">Loading …</div>`;
      case 'contents':
        return html`<mf-lessons-contents
          .chapters=${CHAPTERS}
          .progress=${this.#progress.progress}
          .lasts=${this.#progress.lasts}
        ></mf-lessons-contents>`;
      case 'page':
        return html`<mf-lesson-page
          .page=${loaded.page}
          .chapter=${loaded.chapter}
          .previous=${loaded.previous}
          .next=${loaded.next}
          .values=${this.values}
          .sentences=${this.sentences}
          .progress=${this.#progress.progress}
        ></mf-lesson-page>`;
      case 'glossary':
        return html`<mf-glossary
          .entries=${loaded.entries}
          .term=${this.place.kind === 'glossary' ? this.place.term : null}
        ></mf-glossary>`;
      case 'search':
        return html`<mf-lessons-search
          .texts=${loaded.texts}
          .query=${this.place.kind === 'search' ? this.place.query : ''}
        ></mf-lessons-search>`;
      case 'ledger':
        return html`<mf-ledger-page .shown=${this.place.kind === 'ledger' ? this.place.part : null}></mf-ledger-page>`;
      case 'projector':
        return html`<mf-projector
          .loaded=${loaded.page}
          .slide=${this.place.kind === 'projector' ? this.place.slide : 1}
          .values=${this.values}
          .progress=${this.#progress.progress}
        ></mf-projector>`;
      case 'book':
        return html`<mf-by-the-book .guide=${loaded.guide}></mf-by-the-book>`;
      case 'names':
        return html`<mf-book-names></mf-book-names>`;
      case 'teaching':
        return html`<mf-teaching .guide=${loaded.guide}></mf-teaching>`;
      case 'exercises':
        return html`<mf-exercises></mf-exercises>`;
      case 'worksheet':
      case 'answers':
        return html`<mf-sheet
          .chapter=${loaded.chapter}
          .pages=${loaded.pages}
          .isAnswered=${loaded.kind === 'answers'}
        ></mf-sheet>`;
      case 'nowhere':
        return html`<div class="state">
          <h1 tabindex="-1">There is no such page</h1>
          <p>The address may contain a mistake, or the page may have a new name.</p>
          <p><a href=${hashOf({ kind: 'contents' })}>All lessons</a></p>
        </div>`;
    }
  }

  #failure(): TemplateResult {
    return html`<div class="state" role="alert">
      <p>This page could not be loaded. Check the connection.</p>
      <button type="button" @click=${() => this.#open(true)}>Try again</button>
    </div>`;
  }

  readonly #follow = (): void => {
    this.#address.cancel();
    if (isInLessons(location.hash)) void this.#open(true);
  };

  /** Shows what the address names. `turned`: the reader came here from another place of the lessons. */
  async #open(turned: boolean): Promise<void> {
    const place = placeOf(location.hash);
    this.place = place;
    this.failed = false;
    let loaded: Loaded;
    try {
      loaded = await loadPlace(place);
    } catch {
      if (this.place === place) this.failed = true;
      return;
    }
    // The reader may have opened another page while it was loading.
    if (this.place !== place) return;
    const isOther = !isSame(this.loaded, loaded);
    this.loaded = loaded;
    const shown = pageOf(loaded);
    if (shown !== null && (place.kind === 'page' || place.kind === 'projector')) {
      ({ values: this.values, sentences: this.sentences } = valuesOf(shown.page, place.query));
      this.#progress.change((progress) => withVisit(progress, shown.page.id));
    }
    document.title = `${titleOf(loaded)} · Minifactory`;
    await this.updateComplete;
    this.#turn();
    // In projector mode each part takes the focus itself.
    if (turned && isOther && loaded.kind !== 'projector') this.#arrive();
  }

  /** Moves the scroll position and the focus to the top of the new content. */
  #arrive(): void {
    // An entry of the history that is new has no state yet; at an older one the browser knows where it was scrolled to.
    if (history.state === null) scrollTo(0, 0);
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  readonly #onFigure = ({ detail: { id, values } }: FigureMoved): void => {
    this.values = new Map(this.values).set(id, values);
    this.sentences = [];
    this.#address.request();
  };

  #writeAddress(): void {
    const page = pageOf(this.loaded)?.page;
    const { place } = this;
    if (page === undefined || (place.kind !== 'page' && place.kind !== 'projector')) return;
    const hash = hashOf({ ...place, id: page.id, query: queryOf(page, this.values) });
    history.replaceState(history.state, '', hash);
  }

  readonly #onAnswer = ({ detail: question }: QuestionAnswered): void => {
    const id = pageOf(this.loaded)?.page.id;
    if (id === undefined) return;
    this.#progress.change((progress) => withAnswer(progress, id, question));
    this.requestUpdate();
  };

  readonly #onPrediction = ({ detail: { id: prediction, text } }: PredictionMade): void => {
    const id = pageOf(this.loaded)?.page.id;
    if (id === undefined) return;
    this.#progress.change((progress) => withPrediction(progress, id, prediction, text));
    this.requestUpdate();
  };

  readonly #onForgotten = (): void => {
    this.#progress.forget();
    this.requestUpdate();
  };

  /** The arrow keys turn pages unless another element uses them. */
  readonly #turnPage = (event: KeyboardEvent): void => {
    if (this.loaded?.kind !== 'page' || !isInLessons(location.hash)) return;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [target] = event.composedPath();
    const isFree = target === document.body || target === this.renderRoot.querySelector('main');
    const way = event.key === 'ArrowRight' ? 'next' : event.key === 'ArrowLeft' ? 'previous' : null;
    if (!isFree || way === null) return;
    this.#turns.push(way);
    this.#turn();
  };

  /** Turns the next page of those that wait. The neighbours of a page are not known until it is loaded. */
  #turn(): void {
    const place = placeOf(location.hash);
    if (this.loaded?.kind !== 'page' || place.kind !== 'page' || place.id !== this.loaded.page.id) return;
    const way = this.#turns.shift();
    const page = way && this.loaded[way];
    if (page) location.hash = hashOfPage(page.id);
  }

  readonly #skip = (): void => {
    this.renderRoot.querySelector('main')?.focus();
  };
}
