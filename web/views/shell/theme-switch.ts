import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { THEMES, type Theme } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { icon } from './icons';
import { send } from './send';

const THEME_TITLES: Readonly<Record<Theme, string>> = {
  system: 'Colours of the system',
  light: 'Light colours',
  dark: 'Dark colours',
};

/** Chooses the theme: system, light or dark. */
@customElement('mf-theme-switch')
export class ThemeSwitch extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: flex;
        border: 1px solid var(--control);
        border-radius: var(--radius);
      }

      button {
        border: 0;
        background: none;
      }

      button[aria-pressed='true'] {
        background: var(--ink);
        color: var(--paper);
      }

      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          outline: 2px solid;
          outline-offset: -4px;
        }
      }
    `,
  ];

  @property({ attribute: false }) theme: Theme = 'system';

  override render(): TemplateResult {
    return html`<div role="group" aria-label="Colours">
      ${THEMES.map(
        (theme) => html`<button
          type="button"
          class="icon"
          aria-label=${THEME_TITLES[theme]}
          title=${THEME_TITLES[theme]}
          aria-pressed=${theme === this.theme}
          @click=${() => send(this, { type: 'theme-chosen', theme })}
        >
          ${icon(theme)}
        </button>`,
      )}
    </div>`;
  }
}
