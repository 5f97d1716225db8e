import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Theme } from '../state/page/page-state';
import { base } from '../styles/base';
import { headerStyles } from '../views/shell/header-styles';
import { logo } from '../views/shell/icons';
import '../views/shell/theme-switch';
import { hashOf, type Place } from './place';

const LINKS: readonly { readonly place: Place; readonly title: string }[] = [
  { place: { kind: 'contents' }, title: 'Lessons' },
  { place: { kind: 'glossary', term: null }, title: 'Glossary' },
  { place: { kind: 'search', query: '' }, title: 'Search' },
  { place: { kind: 'ledger', part: null }, title: 'Ledger' },
];

/** The bar at the top of the lessons: name, links, the way to the playground, and the theme. */
@customElement('mf-lessons-header')
export class LessonsHeader extends LitElement {
  static override styles = [
    base,
    headerStyles,
    css`
      header {
        grid-template-columns: auto 1fr auto;
      }

      .last {
        margin-inline-start: auto;
      }

      @media (max-width: 60rem) {
        header {
          grid-template-columns: 1fr auto;
        }
      }

      /* Keeps all five links on one line. */
      @media (max-width: 26rem) {
        nav a {
          padding-inline: var(--space-1);
          font-size: var(--size-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) place: Place | null = null;
  @property({ attribute: false }) theme: Theme = 'system';

  override render(): TemplateResult {
    return html`<header>
      <slot name="skip"></slot>
      <a class="brand" href=${hashOf({ kind: 'contents' })}>${logo()}Minifactory</a>
      <nav aria-label="Lessons">
        <ul>
          ${LINKS.map(
            ({ place, title }) => html`<li>
              <a href=${hashOf(place)} aria-current=${this.#current(place)}>${title}</a>
            </li>`,
          )}
          <li class="last"><a href="#train">Playground</a></li>
        </ul>
      </nav>
      <div class="end">
        <mf-theme-switch .theme=${this.theme}></mf-theme-switch>
      </div>
    </header>`;
  }

  /** A lesson page belongs to “Lessons”, but that link does not lead to the page itself. */
  #current({ kind }: Place): 'page' | 'true' | typeof nothing {
    if (kind === this.place?.kind) return 'page';
    return kind === 'contents' && this.place?.kind === 'page' ? 'true' : nothing;
  }
}
