import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Theme } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { headerStyles } from '../../views/shell/header-styles';
import { logo } from '../../views/shell/icons';
import '../../views/shell/theme-switch';

/** The strip at the top of the builder: the links back, and the theme. */
@customElement('mf-builder-header')
export class BuilderHeader extends LitElement {
  static override styles = [
    base,
    headerStyles,
    css`
      header {
        grid-template-columns: 1fr auto;
      }
    `,
  ];

  @property({ attribute: false }) theme: Theme = 'system';

  override render(): TemplateResult {
    return html`<header>
      <slot name="skip"></slot>
      <a class="brand" href="./index.html">${logo()}Minifactory</a>
      <div class="end">
        <a class="across" href="./index.html#lessons">Lessons</a>
        <mf-theme-switch .theme=${this.theme}></mf-theme-switch>
      </div>
    </header>`;
  }
}
