/**
 * `<mini-factory>` as a page sees it: its options as attributes and properties, and its methods. It is small and defined
 * at once; its content, `<mf-embed>`, is loaded when the first element is on a page. Calls wait for it, in order.
 */
import type { EmbedMethods, EmbedResult, EmbedState } from './api';
import { keepKeys } from './keys';
import { OPTION_NAMES } from './options/option-names';

const TAG = 'mini-factory';
export const CONTENT = 'mf-embed';

/** What the shell hands to its content, which is loaded later. */
export interface EmbedContent extends HTMLElement, EmbedMethods {
  /** The options that are set, as text. */
  texts: ReadonlyMap<string, string>;
  fragment: string | null;
  site: string | null;
}

/** Elements have a `part` property of their own, which sets the attribute of that name. */
const WRITTEN = [...OPTION_NAMES.filter((name) => name !== 'part'), 'site'];

const NOT_IN_PAGE = 'This element is not in a page, so it cannot show or train anything.';

// Servers that render pages also read this module, and have no elements.
const BaseElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Loads the code of `<mf-embed>`. */
let loadContent: () => Promise<unknown> = async () => {};
let loading: Promise<unknown> | null = null;

/** Defines the element, unless the page has it already. `load` defines `<mf-embed>`, or rejects with a sentence. */
export function defineElement(load: () => Promise<unknown>): void {
  if (customElements.get(TAG) !== undefined) return;
  loadContent = load;
  customElements.define(TAG, MiniFactory);
}

/** Rejects with a sentence; the next call tries again. */
async function contentIsLoaded(): Promise<void> {
  if (customElements.get(CONTENT) !== undefined) return;
  loading ??= loadContent();
  try {
    await loading;
  } finally {
    loading = null;
  }
}

class MiniFactory extends BaseElement implements EmbedMethods {
  static readonly observedAttributes = [...OPTION_NAMES, 'site'];

  readonly #root = this.attachShadow({ mode: 'open' });
  /** The values of properties that were not given as text, with the text of their attributes. */
  readonly #given = new Map<string, { readonly text: string; readonly value: unknown }>();
  #fragment: string | null = null;
  #content: EmbedContent | null = null;
  #loading: Promise<EmbedContent> | null = null;
  /** Settled when the last call is done. */
  #calls: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [styles()];
    // Until its content is loaded, it shows what the author wrote in it.
    this.#root.append(document.createElement('slot'));
    keepKeys(this);
    this.#takeOverProperties();
  }

  connectedCallback(): void {
    this.#loaded().catch(() => {});
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#content === null || before === after) return;
    if (name === 'site') this.#content.site = after;
    else this.#content.texts = this.#texts();
  }

  get fragment(): string | null {
    return this.#fragment;
  }

  set fragment(fragment: string | null) {
    this.#fragment = fragment ?? null;
    if (this.#content !== null) this.#content.fragment = this.#fragment;
  }

  load(recipe: unknown): Promise<void> {
    return this.#call((content) => content.load(recipe));
  }

  run(): Promise<void> {
    return this.#call((content) => content.run());
  }

  pause(): Promise<void> {
    return this.#call((content) => content.pause());
  }

  reset(): Promise<void> {
    return this.#call((content) => content.reset());
  }

  getState(): Promise<EmbedState> {
    return this.#call((content) => content.getState());
  }

  setState(state: unknown): Promise<void> {
    return this.#call((content) => content.setState(state));
  }

  getResult(): Promise<EmbedResult> {
    return this.#call((content) => content.getResult());
  }

  /** The value of an option or of `site`: as it was given, or its text. */
  option(name: string): unknown {
    const text = this.getAttribute(name);
    const given = this.#given.get(name);
    return given?.text === text ? given.value : text;
  }

  /** A recipe may be given as an object, and names to hide as a list. */
  setOption(name: string, value: unknown): void {
    if (value === null || value === undefined) {
      this.removeAttribute(name);
      return;
    }
    const text = typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : String(value);
    this.#given.set(name, { text, value });
    this.setAttribute(name, text);
  }

  /** Properties that were set before the element was defined hide those of the class. */
  #takeOverProperties(): void {
    for (const name of [...WRITTEN, 'fragment']) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  #texts(): EmbedContent['texts'] {
    const given = OPTION_NAMES.filter((name) => this.hasAttribute(name));
    return new Map(given.map((name) => [name, this.getAttribute(name) ?? '']));
  }

  async #call<Result>(method: (content: EmbedContent) => Promise<Result>): Promise<Result> {
    this.#requirePage();
    const before = this.#calls;
    const called = (async () => {
      await before;
      this.#requirePage();
      return method(await this.#loaded());
    })();
    this.#calls = called.catch(() => {});
    return called;
  }

  #requirePage(): void {
    if (!this.isConnected) throw new Error(NOT_IN_PAGE);
  }

  #loaded(): Promise<EmbedContent> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<EmbedContent> {
    try {
      await contentIsLoaded();
      const content = document.createElement(CONTENT) as EmbedContent;
      const [texts, fragment, site] = [this.#texts(), this.#fragment, this.getAttribute('site')];
      this.#content = Object.assign(content, { texts, fragment, site });
      this.#root.replaceChildren(content);
      return content;
    } catch (error) {
      // The next call tries again.
      this.#loading = null;
      this.#sayMissing(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** To people and to scripts. */
  #sayMissing(sentence: string): void {
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.textContent = sentence;
    this.#root.replaceChildren(note);
    const detail = { problems: [{ option: 'part', sentence }] };
    this.dispatchEvent(new CustomEvent('minifactory-error', { detail, bubbles: true, composed: true }));
  }
}

for (const name of WRITTEN) {
  Object.defineProperty(MiniFactory.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: MiniFactory): unknown {
      return this.option(name);
    },
    set(this: MiniFactory, value: unknown) {
      this.setOption(name, value);
    },
  });
}

let sheet: CSSStyleSheet | null = null;

/** A sheet of the script's own, which a Content-Security-Policy does not forbid. */
function styles(): CSSStyleSheet {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { display: block; isolation: isolate; } :host([hidden]) { display: none; }');
  }
  return sheet;
}
