import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base';
import { controls } from '../styles/controls';
import type { SearchText } from './lesson';
import { hashOf, hashOfPage } from './place';
import { type Found, SearchIndex } from './search-index';

/** Milliseconds without a key before the address is updated. */
const TYPING_PAUSE = 300;

/** Search by word in lessons and glossary. */
@customElement('mf-lessons-search')
export class SearchView extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
        max-width: 46rem;
      }

      h1 {
        font-size: var(--size-5);
      }

      form {
        display: grid;
        gap: var(--space-1);
      }

      label {
        font-weight: 600;
      }

      ol {
        display: grid;
        gap: var(--space-3);
      }

      li {
        padding-bottom: var(--space-3);
        border-bottom: var(--line);
      }

      li a {
        font-size: var(--size-3);
        font-weight: 650;
      }

      mark {
        background: none;
        color: inherit;
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) texts: readonly SearchText[] = [];
  /** The query in the address. */
  @property({ attribute: false }) query = '';

  #index: SearchIndex | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('texts')) this.#index = new SearchIndex(this.texts);
  }

  override firstUpdated(): void {
    requestAnimationFrame(() => this.renderRoot.querySelector('input')?.focus({ preventScroll: true }));
  }

  override render(): TemplateResult {
    const { found, isNear } = this.#index?.find(this.query) ?? { found: [], isNear: false };
    return html`
      <h1>Search</h1>
      <form role="search" @submit=${this.#submit}>
        <label for="query">Search the lessons and the glossary</label>
        <input id="query" type="search" autocomplete="off" .value=${this.query} @input=${this.#type} />
      </form>
      <p role="status" class="small soft">${this.#summary(found.length, isNear)}</p>
      ${found.length === 0 ? nothing : html`<ol>${found.map((item) => this.#item(item))}</ol>`}
    `;
  }

  #item({ kind, id, title, context }: Found): TemplateResult {
    return html`<li>
      <a href=${kind === 'page' ? hashOfPage(id) : hashOf({ kind: 'glossary', term: id })}>${title}</a>
      <span class="small soft">${kind === 'page' ? 'lesson' : 'glossary'}</span>
      <p>${context.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}</p>
    </li>`;
  }

  #summary(count: number, isNear: boolean): string {
    if (this.query.trim() === '') return 'Type a word or its beginning.';
    const nothing = `“${this.query.trim()}” was not found.`;
    if (count === 0) return nothing;
    if (isNear) return `${nothing} ${count === 1 ? 'One result is similar.' : `${count} results are similar.`}`;
    return count === 1 ? '1 result.' : `${count} results.`;
  }

  readonly #type = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#writeAddress(), TYPING_PAUSE);
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('li a')?.focus();
  };

  #writeAddress(): void {
    history.replaceState(history.state, '', hashOf({ kind: 'search', query: this.query }));
  }
}
