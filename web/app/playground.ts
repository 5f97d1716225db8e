import { css, html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VIEWS, type ViewName } from '../state/page/address';
import { isShown } from '../state/page/host-context';
import { isAboutOutcome, notices } from '../state/page/notices';
import type { PageState } from '../state/page/page-state';
import { runName } from '../state/page/title';
import { base } from '../styles/base';
import { frame } from '../styles/frame';
import { ONE_SCREEN } from '../styles/one-screen';
import { aboutLink } from '../views/shell/about-link';
import '../views/shell/app-header';
import { send } from '../views/shell/send';
import '../views/shell/notice-list';
import '../views/train/train-view';
import { loadView } from './load-view';

/** The whole playground, drawn from a state. Actions are sent as events to the element that owns the state. */
@customElement('mf-playground')
export class Playground extends LitElement {
  static override styles = [
    base,
    frame,
    css`
      :host {
        --page: 100rem;
      }

      /* Not on the whole screen: a custom property that changes restyles everything below it. */
      :is(.train, .inside) > mf-app-header {
        --page: 120rem;
      }

      .screen:is(.train, .inside) > :is(main, .main),
      footer:is(.train, .inside) {
        max-width: 120rem;
      }

      /* The last line is out of sight at first, so that nothing in sight moves when a view arrives. */
      .screen:not(.piece) {
        min-height: 100vh;
      }

      /* The same boxes in all views: a display that changes builds everything in them anew. */
      .screen,
      .view.inside {
        display: flex;
        flex-direction: column;
      }

      .screen > * {
        width: 100%;
      }

      /* The bench fills the window, with the last line. */
      @media ${ONE_SCREEN} {
        .screen:is(.train, .inside) {
          --last-line: 0rem;
          min-height: 0;
          height: calc(max(100dvh, 36rem) - var(--last-line));
        }

        .screen:is(.train, .inside):has(~ footer) {
          --last-line: 1.75rem;
        }

        footer:is(.train, .inside) {
          height: 1.75rem;
          padding-block: 0;
          overflow: hidden;
          line-height: 1.75rem;
        }

        .screen:is(.train, .inside) > main {
          grid-template-rows: minmax(0, 1fr);
          flex: 1;
          min-height: 0;
          padding-block: var(--space-2);
        }

        mf-inside-view {
          flex: 1;
          min-height: 0;
        }
      }

      /* All views lie in one place. */
      main,
      .main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        isolation: isolate;
      }

      .view {
        grid-area: 1 / 1;
        min-width: 0;
        min-height: 0;
      }

      /* Below the view that is shown. No property that is inherited: it would restyle the view at every change. */
      .view.kept {
        z-index: -1;
        content-visibility: hidden;
      }

      .acts-on {
        padding-bottom: var(--space-2);
      }

      /* Notices lie over the view, so that nothing moves when one comes or goes. */
      .hanging {
        position: sticky;
        z-index: 4;
        top: 0;
        height: 0;
      }

      .hanging > * {
        width: min(44rem, 100%);
        margin-left: auto;
      }

      @media (max-width: 40rem) {
        /* Room to scroll the end of the page clear of the transport bar. */
        footer.train {
          padding-bottom: var(--transport-clearance, 14rem);
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: PageState;
  /** As `page`, but changes at most five times a second while training. */
  @property({ attribute: false }) throttled!: PageState;

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('page');
    if (this.page.view !== before?.view) this.#loadView();
    if (this.page.sharing && before?.sharing === false) this.#loadSharing();
    if (this.page.startPage !== null && (before?.startPage ?? null) === null) this.#loadStart();
  }

  override render(): TemplateResult {
    return html`
      <div class="screen ${this.page.view} ${this.#isPiece ? 'piece' : ''}">
        ${isShown(this.page, 'header') ? this.#header() : nothing} ${this.#content()}
      </div>
      ${
        this.page.startPage !== null ? html`<mf-start-dialog .shows=${this.page.startPage}></mf-start-dialog>` : nothing
      }
      ${this.page.sharing ? html`<mf-share-dialog .state=${this.page}></mf-share-dialog>` : nothing}
      ${
        isShown(this.page, 'footer')
          ? html`<footer class=${this.page.view} role=${this.#isPiece ? 'group' : nothing}>
              <p>
                Minifactory trains in this page. No data leaves your browser. <mf-offline-note></mf-offline-note>
                ${aboutLink()}
              </p>
            </footer>`
          : nothing
      }
    `;
  }

  /** On another page the landmarks belong to that page. */
  get #isPiece(): boolean {
    return this.page.host.site !== null;
  }

  /** The content is the view that is shown. Views that were shown before are kept as they were, and get no work. */
  #content(): TemplateResult {
    const { view: shown } = this.page;
    const views = VIEWS.map(
      (view) =>
        html`<div class="view ${view} ${view === shown ? '' : 'kept'}">${view === shown ? this.#view(view) : noChange}</div>`,
    );
    return this.#isPiece
      ? html`<div class="main" tabindex="-1" @focus-lost=${this.#takeFocus}>${views}</div>`
      : html`<main tabindex="-1" @focus-lost=${this.#takeFocus}>${views}</main>`;
  }

  #header(): TemplateResult {
    return html`<mf-app-header .state=${this.throttled}>
      <button slot="skip" type="button" @click=${this.#skip}>Skip to the content</button>
    </mf-app-header>`;
  }

  #view(view: ViewName): TemplateResult {
    switch (view) {
      case 'train':
        return html`<mf-train-view .state=${this.page} .throttledState=${this.throttled}></mf-train-view>`;
      case 'inside':
        return html`${this.#notices()}${this.#actsOn()}<mf-inside-view .state=${this.throttled}></mf-inside-view>`;
      case 'runs':
        return html`${this.#notices()}${this.#actsOn()}<mf-runs-view .state=${this.throttled}></mf-runs-view>`;
      case 'data':
        return html`${this.#notices()}${this.#actsOn()}<mf-data-view .state=${this.throttled}></mf-data-view>`;
      case 'check':
        return html`${this.#notices()}${this.#actsOn()}<mf-check-view .state=${this.throttled}></mf-check-view>`;
      case 'recipe':
        return html`${this.#notices()}${this.#actsOn()}<mf-recipe-view .state=${this.throttled}></mf-recipe-view>`;
    }
  }

  /** The run that the view is about. */
  #actsOn(): TemplateResult {
    const name = runName(this.throttled);
    return html`<p class="acts-on small soft number">${name === null ? 'Loading the engine…' : html`Run: <b>${name}</b>`}</p>`;
  }

  #notices(): TemplateResult {
    return html`<div class="hanging">
      <mf-notice-list .notices=${notices(this.throttled).filter((notice) => !isAboutOutcome(notice))}></mf-notice-list>
    </div>`;
  }

  #loadView(): void {
    loadView(this.page.view).catch(() => {
      const sentence = 'This view could not be loaded. Check the connection, then reload the page.';
      send(this, { type: 'request-refused', sentence });
    });
  }

  #loadSharing(): void {
    import('../views/recipe/share-dialog').catch(() => {
      const sentence = 'The share dialogue could not be loaded. Check the connection, then try again.';
      send(this, { type: 'sharing-changed', sharing: false });
      send(this, { type: 'request-refused', sentence });
    });
  }

  #loadStart(): void {
    // If the start dialogue cannot be loaded, the reader starts at the training view.
    import('../views/start/start-dialog').catch(() => send(this, { type: 'start-page-chosen', page: null }));
  }

  /** The view may already have moved the focus to a better place. */
  readonly #takeFocus = (event: Event): void => {
    if (!event.defaultPrevented) this.#skip();
  };

  readonly #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main, .main')?.focus();
  };
}
