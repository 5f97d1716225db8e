import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { hashOfView, isInLessons, linkOfHash, viewOfHash } from '../state/page/address';
import { type Intent, isCommand } from '../state/page/events';
import { firstRecipe, initialState } from '../state/page/initial-state';
import type { PageState } from '../state/page/page-state';
import { pageTitle } from '../state/page/title';
import { base } from '../styles/base';
import { INTENT } from '../views/shell/send';
import { takeDrops } from './file-drop';
import { FramePacer } from './frame-pacer';
import { loadSaved, saveChanges } from './storage/page-storage';
import './playground';
import { visitName } from './random-seed';
import { Session } from './session/session';
import { Store } from './session/store';
import { syncStoredRuns } from './storage/stored-runs';
import { wearTheme } from './theme';

/**
 * The root element of the playground: it owns the store and the session, follows the address and handles the events of
 * the views.
 */
@customElement('mf-app')
export class MinifactoryApp extends LitElement {
  static override styles = base;

  readonly #store = new Store(initialState(location.hash, loadSaved(firstRecipe()), visitName()));
  readonly #session = new Session(this.#store);
  #stopTakingDrops = () => {};

  /** `page` changes at most once a frame, `throttled` at most five times a second while training. */
  @state() private page: PageState = this.#store.state;
  @state() private throttled: PageState = this.#store.state;

  constructor() {
    super();
    const pacer = new FramePacer(
      () => {
        this.page = this.#store.state;
      },
      () => {
        this.throttled = this.#store.state;
      },
    );
    saveChanges(this.#store);
    syncStoredRuns(this.#store);
    wearTheme(this.#store.state.theme);
    this.#store.subscribe((after, before) => {
      pacer.request(after.run?.latest.playing === true && after.draft === before.draft);
      if (after.theme !== before.theme) {
        wearTheme(after.theme);
      }
    });
    this.addEventListener(INTENT, (event) => this.#onIntent((event as CustomEvent<Intent>).detail));
  }

  protected override updated(): void {
    const title = pageTitle(this.throttled);
    if (!this.hidden && document.title !== title) document.title = title;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onAddress);
    this.#stopTakingDrops = takeDrops(this, (dropped) => this.#onIntent(dropped));
    this.#session.start();
    this.#openLink();
    this.#welcome();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onAddress);
    this.#stopTakingDrops();
    this.#session.stop();
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`<mf-playground .page=${this.page} .throttled=${this.throttled}></mf-playground>`;
  }

  #onIntent(intent: Intent): void {
    if (isCommand(intent)) {
      this.#session.execute(intent);
    } else if (intent.type === 'view-chosen') {
      location.hash = hashOfView(intent.view);
    } else {
      this.#store.dispatch(intent);
    }
  }

  readonly #onAddress = (): void => {
    if (isInLessons(location.hash)) return;
    this.#store.dispatch({ type: 'view-chosen', view: viewOfHash(location.hash) });
    this.#openLink();
  };

  /** Asks a first visitor where to start, unless the address or a stored preference says so. */
  #welcome(): void {
    const { isWelcomed } = this.#store.state;
    if (!isWelcomed && location.hash === '') this.#store.dispatch({ type: 'start-page-chosen', page: 'cards' });
  }

  /** A link may name a model to start from. It is opened only once; a later reload restores the person's changes. */
  #openLink(): void {
    const link = linkOfHash(location.hash);
    if (link === null) return;
    this.#session.execute({ type: 'open-link', link });
    history.replaceState(history.state, '', hashOfView(viewOfHash(location.hash)));
  }
}
