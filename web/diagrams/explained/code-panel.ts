import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import {
  type Circumstances,
  type CodeLanguage,
  type Explanation,
  holds,
  type Phase,
} from '../../explanations/explanation';
import { codeListings, listingText } from './code-listing';

const LANGUAGES: readonly (readonly [CodeLanguage, string])[] = [
  ['numpy', 'NumPy'],
  ['cpp', 'C++'],
  ['pytorch', 'PyTorch'],
];

/** Listings under a tab for each language, and a button that copies the one on show. */
export class CodePanel {
  private readonly host: LitElement;
  private readonly choose: (language: CodeLanguage) => void;
  /** What became of the last copy, and of which listings. */
  private outcome = { of: '', words: '' };

  constructor(host: LitElement, choose: (language: CodeLanguage) => void) {
    this.host = host;
    this.choose = choose;
  }

  render(
    { title, listings: all }: Explanation,
    wanted: CodeLanguage,
    circumstances: Circumstances | null,
    phase: Phase | null,
  ): TemplateResult {
    const listings = all.filter(({ when }) => circumstances === null || holds(when, circumstances));
    const tabs = LANGUAGES.filter(([language]) => listings.some((listing) => listing.language === language));
    const chosen = tabs.find(([language]) => language === wanted)?.[0] ?? tabs[0]?.[0];
    const shown = listings.filter(({ language }) => language === chosen);
    const text = shown.map(listingText).join('\n\n');
    return html`<section class="way code" aria-label="Code: ${title}">
      <div class="head">
        <h4>Code</h4>
        <div class="tabs" role="tablist" aria-label="CodeLanguage" @keydown=${(event: KeyboardEvent) => this.onKey(event, tabs)}>
          ${tabs.map(
            ([language, name]) => html`<button
              type="button"
              role="tab"
              id="tab-${language}"
              aria-selected=${language === chosen}
              aria-controls="listing"
              tabindex=${language === chosen ? 0 : -1}
              @click=${() => this.choose(language)}
            >
              ${name}
            </button>`,
          )}
        </div>
        <div class="actions">
          <button type="button" @click=${() => this.copy(text)}>Copy</button>
          <slot name="code-actions"></slot>
        </div>
      </div>
      <p class="small outcome" role="status">${this.outcome.of === text ? this.outcome.words : nothing}</p>
      <div id="listing" role="tabpanel" aria-labelledby="tab-${chosen}" tabindex="0" data-panel>
        ${guard([all, circumstances, chosen, phase], () => codeListings(shown, phase))}
      </div>
    </section>`;
  }

  private onKey(event: KeyboardEvent, tabs: typeof LANGUAGES): void {
    const at = tabs.findIndex(([language]) => `tab-${language}` === (event.target as Element).id);
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      ArrowRight: (at + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const [language] = tabs[moves[event.key] ?? -1] ?? [];
    if (language === undefined) return;
    event.preventDefault();
    this.choose(language);
    this.host.renderRoot.querySelector<HTMLElement>(`#tab-${language}`)?.focus();
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.outcome = { of: text, words: 'Copied.' };
    } catch {
      const listing = this.host.renderRoot.querySelector('#listing');
      if (listing) getSelection()?.selectAllChildren(listing);
      this.outcome = {
        of: text,
        words: 'The browser does not allow the page to copy. The code is selected, so you can copy it yourself.',
      };
    }
    this.host.requestUpdate();
  }
}
