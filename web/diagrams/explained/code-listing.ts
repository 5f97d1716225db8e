/** Listings as lines of tokens; a token that stands for a term can be pointed at and reached by keys. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Listing, Token } from '../../explanations/explanation';

/** The lines as in a file. */
export function listingText({ lines }: Listing): string {
  return lines.map((tokens) => `${tokens.map(({ text }) => text).join('')}\n`).join('');
}

/** `wasm/core/sgd.cpp, line 41`; empty for a listing that was written for the page alone. */
function sourceText({ source }: Listing): string {
  return source === null ? '' : `${source.file}, line ${source.line}`;
}

/** Several listings of one language, one below the other. */
export function codeListings(listings: readonly Listing[], phase: string | null): TemplateResult {
  return html`${listings.map((listing) => {
    const source = sourceText(listing);
    return html`<figure class=${listing.phase === phase ? 'listing now' : 'listing'}>
      <figcaption>
        <span class="what">${listing.label}</span>
        ${source === '' ? nothing : html`<span class="source">${source}</span>`}
      </figcaption>
      <pre><code>${listing.lines.map(line)}</code></pre>
    </figure>`;
  })}`;
}

/** Includes its line break, so that selecting and copying gives the code. */
function line(tokens: readonly Token[]): TemplateResult {
  return html`${tokens.map(token)}${'\n'}`;
}

function token({ text, term, kind }: Token): TemplateResult | string {
  if (term !== undefined) {
    return html`<span class="term ${kind ?? ''}" role="button" tabindex="-1" data-term=${term}>${text}</span>`;
  }
  return kind === undefined ? text : html`<span class=${kind}>${text}</span>`;
}
