/** `<mini-factory>`: the playground, a part of it, a figure or a lesson, on any page. Light; what it shows is loaded when it is put on one. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Intent } from '../state/events';
import { INTENT } from '../views/send';
import { shareWorker } from '../worker/start-worker';
import type { EmbedMethods, EmbedState } from './api';
import { emit } from './emit';
import { lookSheet, ROOT } from './look';
import { Look } from './look-controller';
import { OPTION_NAMES, type OptionName, type Options } from './options';
import { loadPart, type PartElement, type PartKind, partKind } from './parts';
import { type OptionProblem, readAttributes, readFragment } from './read-options';
import { scaleStyles } from './scale-styles';
import { siteAddress } from './site';

scaleStyles();
shareWorker();

const TAG = 'mini-factory';
const SITE = siteAddress();

export class MiniFactory extends LitElement implements EmbedMethods {
  static override styles = css`
    .state {
      display: grid;
      justify-items: start;
      align-content: center;
      gap: var(--space-3);
      min-height: 14rem;
      padding: var(--space-4);
      border: var(--line);
      background: var(--surface);
    }

    .problems {
      margin: 0 0 var(--space-3);
      padding: var(--space-2) var(--space-4);
      border: 1px solid var(--warn);
      border-left-width: 6px;
      background: var(--warn-surface);
      list-style: none;
    }
  `;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...OPTION_NAMES];
  }

  readonly #look = new Look(this);
  #fragment: string | null = null;

  @state() private options: Options = readAttributes(new Map()).options;
  @state() private problems: readonly OptionProblem[] = [];
  @state() private loaded: PartKind | null = null;
  @state() private isMissing = false;
  /** Something of what was written has changed. */
  #isUnread = true;

  constructor() {
    super();
    takeUpProperties(this);
  }

  /** All options as they stand behind the `#` of embed.html, in place of the attributes; null for those. */
  get fragment(): string | null {
    return this.#fragment;
  }

  set fragment(fragment: string | null) {
    this.#fragment = fragment;
    this.#reread();
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (before !== after) this.#reread();
  }

  #reread(): void {
    this.#isUnread = true;
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#look.wearIn(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#isUnread) this.#read();
    const kind = partKind(this.options.part);
    if (changed.has('options') && kind !== this.loaded) void this.#load(kind);
  }

  #read(): void {
    this.#isUnread = false;
    const { options, problems } =
      this.#fragment === null
        ? readAttributes(new Map([...this.attributes].map(({ name, value }) => [name, value])))
        : readFragment(this.#fragment);
    this.options = options;
    this.problems = problems;
    this.#look.wear(options);
    if (problems.length > 0) emit(this, 'minifactory-error', { problems });
  }

  override render(): TemplateResult {
    return html`<div class=${ROOT} lang="en" data-part=${this.options.part} data-theme=${this.#look.theme} @mf-intent=${this.#onIntent}>
      ${this.#problems()} ${this.#content()}
    </div>`;
  }

  #problems(): TemplateResult | typeof nothing {
    return this.problems.length === 0
      ? nothing
      : html`<ul class="problems" role="alert">
          ${this.problems.map(({ sentence }) => html`<li>${sentence}</li>`)}
        </ul>`;
  }

  #content(): TemplateResult {
    if (this.isMissing) {
      return html`<div class="state" role="alert">
        <p>This part of Minifactory could not be loaded. Check the connection.</p>
        <button type="button" @click=${() => this.#load(partKind(this.options.part))}>Try again</button>
      </div>`;
    }
    switch (this.loaded) {
      case null:
        return html`<div class="state" role="status">Minifactory is loading …</div>`;
      case 'run':
        return html`<mf-embedded-run .options=${this.options} .site=${SITE}></mf-embedded-run>`;
      case 'figure':
        return html`<mf-embedded-figure .options=${this.options}></mf-embedded-figure>`;
      case 'lesson':
        return html`<mf-embedded-lesson .options=${this.options} .site=${SITE}></mf-embedded-lesson>`;
    }
  }

  async #load(kind: PartKind): Promise<void> {
    this.isMissing = false;
    try {
      await loadPart(kind);
    } catch {
      if (partKind(this.options.part) !== kind) return;
      this.isMissing = true;
      const sentence = 'A part of Minifactory could not be loaded. Check the connection.';
      emit(this, 'minifactory-error', { problems: [{ option: 'part', sentence }] });
      return;
    }
    if (partKind(this.options.part) === kind) this.loaded = kind;
  }

  /** The theme can be chosen inside, too. */
  #onIntent({ detail: intent, ...event }: CustomEvent<Intent>): void {
    void event;
    if (intent.type === 'theme-chosen') this.#look.choose(intent.theme);
  }

  async load(recipe: unknown): Promise<void> {
    await (await this.#part()).load(recipe);
  }

  async run(): Promise<void> {
    await (await this.#part()).run();
  }

  async pause(): Promise<void> {
    await (await this.#part()).pause();
  }

  async reset(): Promise<void> {
    await (await this.#part()).reset();
  }

  async getState(): Promise<EmbedState> {
    return (await this.#part()).getState();
  }

  async setState(state: unknown): Promise<void> {
    await (await this.#part()).setState(state);
  }

  async #part(): Promise<PartElement> {
    if (!this.isConnected) throw new Error('This element is not on a page yet, so it has nothing to show or to train.');
    await this.updateComplete;
    const kind = partKind(this.options.part);
    await this.#load(kind);
    await this.updateComplete;
    const part = this.renderRoot.querySelector<PartElement>(`mf-embedded-${kind}`);
    if (part === null) throw new Error('This part of Minifactory could not be loaded. Check the connection.');
    return part;
  }
}

/** Each option is a property, too; what was set before the element was known is taken up. */
function takeUpProperties(element: MiniFactory): void {
  for (const name of [...OPTION_NAMES, 'fragment'] as const) {
    if (!Object.hasOwn(element, name)) continue;
    const value: unknown = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    // A constructor may not set attributes.
    queueMicrotask(() => Reflect.set(element, name, value));
  }
}

/** `part` is every element's own already, and sets the attribute of its name. */
for (const name of OPTION_NAMES.filter((option) => option !== 'part')) {
  Object.defineProperty(MiniFactory.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: MiniFactory): string | null {
      return this.getAttribute(name);
    },
    set(this: MiniFactory, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, attributeText(value));
    },
  });
}

/** A recipe may be given as the object it is, names to hide as a list. */
function attributeText(value: unknown): string {
  return typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : String(value);
}

if (customElements.get(TAG) === undefined) customElements.define(TAG, MiniFactory);

declare global {
  interface HTMLElementTagNameMap {
    'mini-factory': MiniFactory & { [Name in Exclude<OptionName, 'part'>]: string | null };
  }
}
