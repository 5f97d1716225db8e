/**
 * `<mf-embed>`, the content of `<mini-factory>`: the playground, a part of it, a figure or a lesson, on any page. The
 * part itself is loaded when it is asked for.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Intent } from '../state/page/events';
import { shareWorker } from '../worker/start-worker';
import type { EmbedResult, EmbedState } from './api';
import { ROOT } from './look/look';
import { Look } from './look/look-controller';
import { scaleStyles } from './look/scale-styles';
import type { Options } from './options/options';
import { type OptionProblem, type OptionTexts, readAttributes, readFragment } from './options/read-options';
import { emit, type PartElement, type PartKind, partKind } from './parts/part';
import { readState } from './parts/read-state';
import { CONTENT, defineElement, type EmbedContent } from './shell';
import { siteAddress } from './site';

scaleStyles();
shareWorker();

const SITE = siteAddress();

export class MiniFactoryContent extends LitElement implements EmbedContent {
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

  static override properties = {
    texts: { attribute: false },
    fragment: { attribute: false },
    site: { attribute: false },
  };

  readonly #look = new Look(this);
  declare texts: OptionTexts;
  /** All options as after the `#` of embed.html, instead of `texts`; null for those. */
  declare fragment: string | null;
  /** The address of the whole site, if it is not where this script is from. */
  declare site: string | null;

  @state() private options: Options = readAttributes(new Map()).options;
  @state() private problems: readonly OptionProblem[] = [];
  @state() private loaded: PartKind | null = null;
  @state() private isMissing = false;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#look.wearIn(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('texts') || changed.has('fragment')) this.#read();
    const kind = partKind(this.options.part);
    if (changed.has('options') && kind !== this.loaded) void this.#load(kind);
  }

  #read(): void {
    const { options, problems } = this.fragment ? readFragment(this.fragment) : readAttributes(this.texts);
    this.options = options;
    this.problems = problems;
    this.#look.wear(options);
    if (problems.length > 0) emit(this, 'minifactory-error', { problems });
  }

  override render(): TemplateResult {
    return html`<div
      class=${ROOT}
      lang="en"
      data-part=${this.options.part}
      data-theme=${this.#look.palette}
      data-look=${this.#look.stamp}
      @mf-intent=${this.#onIntent}
    >
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
        return html`<mf-embedded-run .options=${this.options} .site=${this.#site()}></mf-embedded-run>`;
      case 'figure':
        return html`<mf-embedded-figure .options=${this.options}></mf-embedded-figure>`;
      case 'lesson':
        return html`<mf-embedded-lesson .options=${this.options} .site=${this.#site()}></mf-embedded-lesson>`;
    }
  }

  #site(): string | null {
    return this.site == null ? SITE : new URL(this.site, document.baseURI).href;
  }

  async #load(kind: PartKind): Promise<void> {
    this.isMissing = false;
    try {
      await Promise.all([loadPart(kind), this.#look.font]);
    } catch {
      if (partKind(this.options.part) !== kind) return;
      this.isMissing = true;
      const sentence = 'A part of Minifactory could not be loaded. Check the connection.';
      emit(this, 'minifactory-error', { problems: [{ option: 'part', sentence }] });
      return;
    }
    if (partKind(this.options.part) === kind) this.loaded = kind;
  }

  /** The theme can also be chosen inside. */
  readonly #onIntent = (event: CustomEvent<Intent>): void => {
    event.stopPropagation();
    const { detail: intent } = event;
    if (intent.type === 'theme-chosen') this.#look.choose(intent.theme);
  };

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
    const checked = readState(state);
    await (await this.#part()).setState(checked);
  }

  async getResult(): Promise<EmbedResult> {
    return (await this.#part()).getResult();
  }

  async #part(): Promise<PartElement> {
    await this.updateComplete;
    const kind = partKind(this.options.part);
    await this.#load(kind);
    await this.updateComplete;
    const part = this.renderRoot.querySelector<PartElement>(`mf-embedded-${kind}`);
    if (part === null) throw new Error('This part of Minifactory could not be loaded. Check the connection.');
    return part;
  }
}

/** Loads the element of a part. Rejects if its file cannot be loaded. */
async function loadPart(kind: PartKind): Promise<void> {
  switch (kind) {
    case 'run':
      await import('./parts/run-part');
      return;
    case 'figure':
      await import('./parts/figure-part');
      return;
    case 'lesson':
      await import('./parts/lesson-part');
      return;
  }
}

if (customElements.get(CONTENT) === undefined) customElements.define(CONTENT, MiniFactoryContent);
defineElement(async () => {});
