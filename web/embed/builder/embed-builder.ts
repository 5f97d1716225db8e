/** The page of the embed builder: the choices, a preview, and the texts to copy. */

import { CHAPTERS } from 'virtual:lessons';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { loadTheme, saveTheme } from '../../app/storage/page-storage';
import { wearTheme } from '../../app/theme';
import type { Intent } from '../../state/page/events';
import type { Theme } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { frame } from '../../styles/frame';
import { aboutLink } from '../../views/shell/about-link';
import { INTENT } from '../../views/shell/send';
import { oembedOf } from '../oembed';
import { writeOptions } from '../options/read-options';
import { builderForm } from './builder-form';
import { builderStyles } from './builder-styles';
import { builderFragmentOf, choiceOf, type EmbedChoice, fragmentOf, titleOf } from './embed-choice';
import './builder-header';
import './frame-preview';
import { elementSnippet, frameSnippet, sandboxOf } from './snippets';
import './snippet-box';

/** CSS pixels, until the content reports its height. */
const FIRST_HEIGHT = 480;
/** What is higher than this scrolls within its frame, unless the author sets another height. */
const MOST_HEIGHT = 1000;

@customElement('mf-embed-builder')
export class EmbedBuilder extends LitElement {
  static override styles = [base, controls, frame, builderStyles];

  @state() private choice: EmbedChoice = choiceOf(location.hash);
  @state() private wantedHeight = FIRST_HEIGHT;
  @state() private theme: Theme = loadTheme();

  constructor() {
    super();
    wearTheme(this.theme);
    this.addEventListener(INTENT, (event) => this.#onIntent((event as CustomEvent<Intent>).detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    addEventListener('hashchange', this.#onAddress);
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onAddress);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return html`
      <mf-builder-header .theme=${this.theme}>
        <button slot="skip" type="button" @click=${this.#skip}>Skip to the preview</button>
      </mf-builder-header>
      <main aria-label="Builder">
        <div class="introduction">
          <h1>Embed it in a page</h1>
          <p>
            Choose what your readers see, check the preview, and copy the code into your course, page or notebook. The
            address of this page contains your choices.
          </p>
        </div>
        <div class="choose">
          <form @submit=${(event: Event) => event.preventDefault()}>
            ${builderForm({
              choice: this.choice,
              chapters: CHAPTERS,
              wantedHeight: this.#naturalHeight,
              change: (changes) => this.#change(changes),
            })}
          </form>
          ${this.#preview()}
        </div>
        <div class="codes">${this.#frame()} ${this.#element()} ${this.#oembed()}</div>
      </main>
      <footer><p>${aboutLink()}</p></footer>
    `;
  }

  /** The preview's host is this page, so it is not pinned to the author's origin. */
  #preview(): TemplateResult {
    return html`<section class="preview" aria-labelledby="preview">
      <h2 id="preview" tabindex="-1">Preview</h2>
      <mf-frame-preview
        class="sheet"
        .address=${addressOf({ ...this.choice, hostOrigin: '' })}
        .frameTitle=${titleOf(this.choice, CHAPTERS)}
        .width=${this.choice.width}
        .height=${this.#height}
        .sandbox=${sandboxOf(this.choice.isOpaque)}
        @mf-height-wanted=${(event: CustomEvent<number>) => {
          this.wantedHeight = event.detail;
        }}
      ></mf-frame-preview>
    </section>`;
  }

  #frame(): TemplateResult {
    const text = frameSnippet({
      address: addressOf(this.choice),
      title: titleOf(this.choice, CHAPTERS),
      width: this.choice.width,
      height: this.#height,
      sandbox: sandboxOf(this.choice.isOpaque),
    });
    return html`<section aria-labelledby="frame">
      <h2 id="frame">As a frame</h2>
      <p>For learning platforms and any page that accepts HTML. The frame cannot change your page.</p>
      <mf-snippet-box name="frame" .text=${text}></mf-snippet-box>
    </section>`;
  }

  #element(): TemplateResult {
    const script = new URL('mini-factory.js', location.href).href;
    return html`<section aria-labelledby="element">
      <h2 id="element">As an element</h2>
      <p>
        For pages where you can add scripts. The height follows the content, the element can use your colours and font,
        and several elements share one engine. Add the script to a page only once.
      </p>
      <mf-snippet-box name="element" .text=${elementSnippet(script, writeOptions(this.choice.options))}></mf-snippet-box>
    </section>`;
  }

  #oembed(): TemplateResult | typeof nothing {
    const discovery = document.querySelector<HTMLLinkElement>('link[type="application/json+oembed"]');
    const file = oembedOf(this.choice.options);
    if (discovery === null || file === null) return nothing;
    return html`<section aria-labelledby="oembed">
      <h2 id="oembed">By oEmbed</h2>
      <p>For tools that accept the address of an oEmbed document.</p>
      <mf-snippet-box name="oEmbed address" .text=${new URL(file, new URL('.', discovery.href)).href}></mf-snippet-box>
    </section>`;
  }

  get #height(): number {
    return this.choice.height ?? this.#naturalHeight;
  }

  get #naturalHeight(): number {
    return Math.min(this.wantedHeight, MOST_HEIGHT);
  }

  #change(changes: Partial<EmbedChoice>): void {
    this.choice = { ...this.choice, ...changes };
    history.replaceState(null, '', `#${builderFragmentOf(this.choice)}`);
  }

  readonly #onAddress = (): void => {
    this.choice = choiceOf(location.hash);
  };

  readonly #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#preview')?.focus();
  };

  #onIntent(intent: Intent): void {
    if (intent.type !== 'theme-chosen') return;
    this.theme = intent.theme;
    saveTheme(intent.theme);
    wearTheme(intent.theme);
  }
}

function addressOf(choice: EmbedChoice): string {
  const fragment = fragmentOf(choice);
  return new URL(fragment === '' ? 'embed.html' : `embed.html#${fragment}`, location.href).href;
}
