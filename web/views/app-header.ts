import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { PRESETS } from '../recipe/presets';
import { hashOfView, VIEWS, type ViewName } from '../state/address';
import { type PageState, THEMES, type Theme } from '../state/page-state';
import { presetOf } from '../state/recipe-state';
import { base } from '../styles/base';
import { controls } from '../styles/controls';
import { icon, logo } from './icons';
import { send } from './send';

const VIEW_TITLES: Readonly<Record<ViewName, string>> = {
  train: 'Train',
  inside: 'Inside',
  check: 'Check',
  runs: 'Runs',
  data: 'Data',
  recipe: 'Recipe',
};
const THEME_TITLES: Readonly<Record<Theme, string>> = {
  system: 'Colours of the system',
  light: 'Light colours',
  dark: 'Dark colours',
};

/** Who we are, where you are, what you start from, and in which light. */
@customElement('mf-app-header')
export class AppHeader extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        border-bottom: 1.5px solid var(--ink);
        background: var(--surface);
      }

      header {
        display: grid;
        grid-template-columns: auto 1fr auto auto;
        align-items: center;
        gap: var(--space-2) var(--space-5);
        max-width: var(--page);
        margin: 0 auto;
        padding: var(--space-2) var(--space-4);
      }

      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-4);
        letter-spacing: -0.01em;
      }

      .logo {
        width: 3rem;
        height: 2rem;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.75;
        stroke-linecap: round;
        stroke-linejoin: round;
      }

      .logo rect {
        fill: var(--paper);
      }

      .logo .curve {
        stroke: var(--accent);
        stroke-width: 2.5;
      }

      nav ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }

      nav a {
        display: block;
        padding: var(--space-2) var(--space-3);
        border-bottom: 3px solid transparent;
        color: var(--ink);
        font-weight: 600;
        text-decoration: none;
      }

      nav a:hover {
        border-color: var(--rule);
      }

      nav a[aria-current] {
        border-color: var(--accent);
      }

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

      .themes {
        display: flex;
        border: 1px solid var(--control);
        border-radius: var(--radius);
      }

      .themes button {
        border: 0;
        background: none;
      }

      .themes button[aria-pressed='true'] {
        background: var(--ink);
        color: var(--paper);
      }

      @media (max-width: 60rem) {
        header {
          grid-template-columns: 1fr auto;
          gap: var(--space-1) var(--space-3);
        }

        .themes {
          grid-area: 1 / 2;
          justify-self: end;
        }
      }

      @media (max-width: 40rem) {
        nav,
        .preset {
          grid-column: 1 / -1;
        }

        nav ul {
          gap: 0;
          margin-inline: calc(-1 * var(--space-2));
        }

        nav a {
          padding-inline: var(--space-2);
        }
      }

      @media (forced-colors: active) {
        nav a:not([aria-current]) {
          border-color: Canvas;
        }

        .themes button[aria-pressed='true'] {
          outline: 2px solid;
          outline-offset: -4px;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult {
    return html`<header>
      <slot name="skip"></slot>
      <h1 class="brand">${logo()}Minifactory</h1>
      <nav aria-label="Views">
        <ul>
          ${VIEWS.map(
            (view) => html`<li>
              <a href=${hashOfView(view)} aria-current=${view === this.state.view ? 'page' : nothing}
                >${VIEW_TITLES[view]}</a
              >
            </li>`,
          )}
        </ul>
      </nav>
      ${this.#presets()} ${this.#themes()}
    </header>`;
  }

  #presets(): TemplateResult {
    const chosen = presetOf(this.state);
    return html`<div class="preset">
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

  #themes(): TemplateResult {
    return html`<div class="themes" role="group" aria-label="Colours">
      ${THEMES.map(
        (theme) => html`<button
          type="button"
          class="icon"
          aria-label=${THEME_TITLES[theme]}
          title=${THEME_TITLES[theme]}
          aria-pressed=${theme === this.state.theme}
          @click=${() => send(this, { type: 'theme-chosen', theme })}
        >
          ${icon(theme)}
        </button>`,
      )}
    </div>`;
  }
}
