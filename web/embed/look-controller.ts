import type { ReactiveController, ReactiveElement } from 'lit';
import type { Theme } from '../state/page-state';
import { loadFont, lookSheet, ROOT, sheetOf } from './look';
import type { EmbedSize, EmbedTheme, Options } from './options';
import { hostRules } from './surroundings';

/** Attributes by which pages change their colours. */
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-bs-theme', 'data-mode', 'data-color-mode'];

/** The look of one embed: its theme and its size, which may be those around it and then change with them. */
export class Look implements ReactiveController {
  readonly #host: ReactiveElement;
  /** What is particular to this embed. */
  readonly #own = sheetOf('');
  readonly #probe = document.createElement('span');
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #page = new MutationObserver(() => this.#measure());
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #measure = (): void => this.#write();
  #options: Pick<Options, 'theme' | 'size'> = { theme: 'auto', size: 'auto' };
  /** What a reader has chosen inside; null where nothing was. */
  #chosen: Theme | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#probe.className = 'probe';
    host.addController(this);
  }

  get theme(): EmbedTheme {
    const { theme } = this.#options;
    return this.#chosen === null
      ? theme
      : this.#chosen === 'system'
        ? theme === 'host'
          ? 'host'
          : 'auto'
        : this.#chosen;
  }

  wearIn(root: ShadowRoot): void {
    root.adoptedStyleSheets = [lookSheet, ...root.adoptedStyleSheets, this.#own];
    root.append(this.#probe);
  }

  wear(options: Pick<Options, 'theme' | 'size'>): void {
    if (options.theme !== this.#options.theme) this.#chosen = null;
    this.#options = options;
    this.#probe.dataset.size = String(options.size);
    if (this.#host.isConnected) this.#write();
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    this.#write();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#sizes.observe(this.#probe);
    this.#dark.addEventListener('change', this.#measure);
    for (const element of [document.documentElement, document.body]) {
      this.#page.observe(element, { attributeFilter: THEME_ATTRIBUTES });
    }
    this.#write();
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#page.disconnect();
    this.#dark.removeEventListener('change', this.#measure);
  }

  #write(): void {
    const isHost = this.theme === 'host';
    const rules = [`.${ROOT} { --rem: ${this.#pixels(this.#options.size)}px; }`, isHost ? hostRules(this.#host) : ''];
    this.#own.replaceSync(rules.join('\n'));
    // Without it there is the system's font.
    if (!isHost) loadFont().catch(() => {});
  }

  #pixels(size: EmbedSize): number {
    if (typeof size === 'number') return size;
    return Number.parseFloat(getComputedStyle(this.#probe).fontSize) || 16;
  }
}
