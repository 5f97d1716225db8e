import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import { hashOfView, isInLessons, linkOfHash, viewOfHash } from '../state/address';
import { type Intent, isCommand } from '../state/events';
import { firstRecipe, initialState } from '../state/initial-state';
import type { PageState } from '../state/page-state';
import { statements } from '../state/statements';
import { base } from '../styles/base';
import { frame } from '../styles/frame';
import '../views/app-header';
import { INTENT } from '../views/send';
import '../views/statement-list';
import '../views/train-view';
import { takeDrops } from './file-drop';
import { FramePacer } from './frame-pacer';
import { keep, recall } from './keeper';
import { loadView } from './load-view';
import { visitName } from './random-seed';
import { keepRuns } from './run-keeper';
import { Session } from './session';
import { Store } from './store';
import { wearTheme } from './theme';

/** The page: holds the store and the session, draws the chosen view, passes on what the views send. */
@customElement('mf-app')
export class MinifactoryApp extends LitElement {
  static override styles = [
    base,
    frame,
    css`
      :host {
        --page: 100rem;
      }

      @media (max-width: 40rem) {
        /* So that its end can be scrolled clear of the transport. */
        footer.train {
          padding-bottom: 14rem;
        }
      }
    `,
  ];

  readonly #store = new Store(initialState(location.hash, recall(firstRecipe()), visitName()));
  readonly #session = new Session(this.#store);
  #stopTakingDrops = () => {};

  /** Drawn at most once a frame; `calm` at most ten times a second while it trains. */
  @state() private page: PageState = this.#store.state;
  @state() private calm: PageState = this.#store.state;

  constructor() {
    super();
    const pacer = new FramePacer(
      () => {
        this.page = this.#store.state;
      },
      () => {
        this.calm = this.#store.state;
      },
    );
    keep(this.#store);
    keepRuns(this.#store);
    wearTheme(this.#store.state.theme);
    this.#store.subscribe((after, before) => {
      pacer.request(after.run?.latest.playing === true && after.draft === before.draft);
      if (after.sharing && !before.sharing) {
        this.#loadSharing();
      }
      if (after.theme !== before.theme) {
        wearTheme(after.theme);
      }
    });
    this.addEventListener(INTENT, (event) => this.#onIntent((event as CustomEvent<Intent>).detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onAddress);
    this.#stopTakingDrops = takeDrops(this, (dropped) => this.#onIntent(dropped));
    this.#loadView();
    this.#session.start();
    this.#openLink();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onAddress);
    this.#stopTakingDrops();
    this.#session.stop();
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`
      <mf-app-header .state=${this.calm}>
        <button slot="skip" type="button" @click=${this.#skip}>Skip to the content</button>
      </mf-app-header>
      <main tabindex="-1">
        ${cache(this.#view())}
      </main>
      ${this.page.sharing ? html`<mf-share-dialog .state=${this.page}></mf-share-dialog>` : nothing}
      <footer class=${this.page.view}>
        <p>
          Minifactory trains in this page: nothing you do here leaves it. <mf-offline-note></mf-offline-note>
        </p>
      </footer>
    `;
  }

  /** Views not on show are kept, so that what was unfolded or turned to is still so on return. */
  #view(): TemplateResult {
    switch (this.page.view) {
      case 'train':
        return html`<mf-train-view .state=${this.page} .calmState=${this.calm}></mf-train-view>`;
      case 'inside':
        return html`${this.#statements()}<mf-inside-view .state=${this.calm}></mf-inside-view>`;
      case 'runs':
        return html`${this.#statements()}<mf-runs-view .state=${this.calm}></mf-runs-view>`;
      case 'data':
        return html`${this.#statements()}<mf-data-view .state=${this.calm}></mf-data-view>`;
      case 'check':
        return html`${this.#statements()}<mf-check-view .state=${this.calm}></mf-check-view>`;
      case 'recipe':
        return html`${this.#statements()}<mf-recipe-view .state=${this.calm}></mf-recipe-view>`;
    }
  }

  #statements(): TemplateResult {
    return html`<mf-statement-list .statements=${statements(this.calm)}></mf-statement-list>`;
  }

  #onIntent(intent: Intent): void {
    if (isCommand(intent)) {
      this.#session.execute(intent);
    } else {
      this.#store.dispatch(intent);
    }
  }

  readonly #onAddress = (): void => {
    if (isInLessons(location.hash)) return;
    this.#store.dispatch({ type: 'view-chosen', view: viewOfHash(location.hash) });
    this.#loadView();
    this.#openLink();
  };

  /** A link may say what to start from. It does so once: a reload keeps what was made of it since. */
  #openLink(): void {
    const link = linkOfHash(location.hash);
    if (link === null) return;
    this.#session.execute({ type: 'open-link', link });
    history.replaceState(history.state, '', hashOfView(viewOfHash(location.hash)));
  }

  #loadView(): void {
    loadView(this.#store.state.view).catch(() => {
      const sentence = 'This view could not be loaded. Check the connection, then reload the page.';
      this.#store.dispatch({ type: 'request-refused', sentence });
    });
  }

  #loadSharing(): void {
    import('../views/share-dialog').catch(() => {
      const sentence = 'What makes links could not be loaded. Check the connection, then try again.';
      this.#store.dispatch({ type: 'sharing-changed', sharing: false });
      this.#store.dispatch({ type: 'request-refused', sentence });
    });
  }

  readonly #skip = (): void => {
    this.renderRoot.querySelector('main')?.focus();
  };
}
