import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { PRESETS } from '../../recipe/presets';
import { hashOfView, LESSONS, VIEWS, type ViewName } from '../../state/page/address';
import { addressOf, isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { VIEW_TITLES } from '../../state/page/title';
import { presetOf } from '../../state/recipe/recipe-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { headerStyles } from './header-styles';
import { icon, logo } from './icons';
import { send } from './send';
import { hasChangedParts } from './state-parts';
import './theme-switch';

/** The header: the site's name, the views, the choice of a model to start from, sharing, and the theme. */
@customElement('mf-app-header')
export class AppHeader extends LitElement {
  static override styles = [
    base,
    controls,
    headerStyles,
    css`
      .preset {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }

      .preset label {
        font-size: var(--size-1);
        color: var(--ink-soft);
      }

      .preset select {
        min-width: 0;
        max-width: 19rem;
        flex: 1 1 auto;
      }

      /* Keeps the views in one line. */
      @media (max-width: 90rem) {
        .preset label {
          position: absolute;
          clip-path: inset(50%);
        }

        .preset select {
          max-width: 13rem;
        }
      }

      @media (max-width: 76rem) {
        .preset {
          justify-self: end;
        }
      }

      @media (max-width: 40rem) {
        .preset select {
          max-width: 19rem;
        }

        .preset {
          grid-column: 1 / -1;
          justify-self: stretch;
        }

        .share {
          width: 2.25rem;
          margin-right: var(--space-1);
          padding: 0;
        }

        .share .word {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  protected override shouldUpdate(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    return hasChangedParts(changed, this.state, ['view', 'theme', 'draft', 'host']);
  }

  override render(): TemplateResult {
    return html`<header role=${this.state.host.site === null ? nothing : 'group'}>
      <slot name="skip"></slot>
      <h1 class="brand">${logo()}Minifactory</h1>
      ${isShown(this.state, 'views') ? this.#views() : nothing}
      ${isShown(this.state, 'presets') ? this.#presets() : nothing}
      <div class="end">${this.#end()}</div>
    </header>`;
  }
  #views(): TemplateResult {
    const shown = VIEWS.filter((view) => isShown(this.state, `${view}-view`));
    return html`<nav aria-label="Views">
      <ul>
        ${shown.map(
          (view) => html`<li>
            <a
              href=${addressOf(this.state, hashOfView(view))}
              aria-current=${view === this.state.view ? 'page' : nothing}
              @click=${(event: Event) => this.#choose(event, view)}
              >${VIEW_TITLES[view]}</a
            >
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  /**
   * On a page of another site the address belongs to that page, so a click must not change it. The links still open
   * this site in a new tab.
   */
  #choose(event: Event, view: ViewName): void {
    if (this.state.host.site === null) return;
    event.preventDefault();
    send(this, { type: 'view-chosen', view });
  }

  #end(): TemplateResult {
    const { host, theme } = this.state;
    return html`
      ${
        isShown(this.state, 'lessons')
          ? html`<a class="across" href=${addressOf(this.state, LESSONS)} target=${host.site === null ? nothing : '_blank'}
              >Lessons</a
            >`
          : nothing
      }
      ${isShown(this.state, 'share') ? this.#share() : nothing}
      ${isShown(this.state, 'colours') ? html`<mf-theme-switch .theme=${theme}></mf-theme-switch>` : nothing}
    `;
  }

  #share(): TemplateResult {
    return html`<button
      type="button"
      class="share"
      title="Share the recipe"
      aria-label="Share"
      @click=${() => send(this, { type: 'sharing-changed', sharing: true })}
    >
      ${icon('share')}<span class="word">Share</span>
    </button>`;
  }

  #presets(): TemplateResult {
    const chosen = presetOf(this.state);
    return html`<div class="preset">
      <button
        type="button"
        class="gallery"
        title="Models and exercises to start from"
        @click=${() => send(this, { type: 'start-page-chosen', page: 'gallery' })}
      >
        Gallery
      </button>
      <label for="preset">Start from</label>
      <select
        id="preset"
        @change=${(event: Event) => send(this, { type: 'preset-chosen', id: (event.target as HTMLSelectElement).value })}
      >
        ${chosen === undefined ? html`<option value="" selected>Your own recipe</option>` : ''}
        ${PRESETS.map(
          ({ id, title }) => html`<option value=${id} .selected=${live(id === chosen?.id)}>${title}</option>`,
        )}
      </select>
    </div>`;
  }
}
