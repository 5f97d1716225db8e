import type { ReactiveController, ReactiveElement } from 'lit';
import type { Theme } from '../../state/page/page-state';
import { type EmbedSize, type EmbedTheme, type Options, SIZES } from '../options/options';
import { loadFont, lookSheet, ROOT, sheetOf } from './look';
import { hostLook } from './surroundings';

/** Attributes by which pages change their colours. */
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-bs-theme', 'data-mode', 'data-color-mode'];

/** The look of one embed: its theme and its size. Both may follow the surrounding page, and then change with it. */
export class Look implements ReactiveController {
  /** The palette to use; `auto` is that of the reader's system. */
  palette: 'auto' | 'light' | 'dark' = 'auto';
  /** Counts changes, for canvases that have to be redrawn. */
  stamp = 0;
  /** Settled when the font to draw text with is there. */
  font: Promise<void> = Promise.resolve();

  readonly #host: ReactiveElement;
  /** The styles of this embed alone. */
  readonly #own = sheetOf('');
  /** An element as wide as its letters, so that a change of text size is noticed. */
  readonly #probe = document.createElement('span');
  readonly #follow = (): void => this.#write();
  readonly #sizes = new ResizeObserver(this.#follow);
  readonly #page = new MutationObserver(this.#follow);
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  #options: Pick<Options, 'theme' | 'size'> = { theme: 'auto', size: 'auto' };
  #written = '';
  /** The theme chosen inside; null if none was chosen. */
  #chosen: Theme | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#probe.className = 'probe';
    host.addController(this);
  }

  wearIn(root: ShadowRoot): void {
    root.adoptedStyleSheets = [lookSheet, ...root.adoptedStyleSheets, this.#own];
    root.append(this.#probe);
  }

  wear(options: Pick<Options, 'theme' | 'size'>): void {
    if (options.theme !== this.#options.theme) this.#chosen = null;
    this.#options = options;
    this.#probe.dataset.size = String(options.size);
    this.#write();
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    this.#write();
  }

  hostConnected(): void {
    this.#sizes.observe(this.#probe);
    this.#dark.addEventListener('change', this.#follow);
    for (const element of [document.documentElement, document.body]) {
      this.#page.observe(element, { attributeFilter: THEME_ATTRIBUTES });
    }
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#page.disconnect();
    this.#dark.removeEventListener('change', this.#follow);
  }

  #write(): void {
    const theme = this.#theme;
    const { palette, rules } = theme === 'host' ? hostLook(this.#host) : { palette: theme, rules: '' };
    const written = `.${ROOT} { --rem: ${this.#pixels(this.#options.size)}px; }\n${rules}`;
    if (theme !== 'host') this.font = loadFont();
    if (written === this.#written && palette === this.palette) return;
    this.#own.replaceSync(written);
    this.#written = written;
    this.palette = palette;
    this.stamp += 1;
    this.#host.requestUpdate();
  }

  get #theme(): EmbedTheme {
    const { theme } = this.#options;
    if (this.#chosen === null) return theme;
    return this.#chosen === 'system' ? (theme === 'host' ? 'host' : 'auto') : this.#chosen;
  }

  #pixels(size: EmbedSize): number {
    if (typeof size === 'number') return size;
    const around = Number.parseFloat(getComputedStyle(this.#probe).fontSize);
    return size === 'host' ? Math.min(SIZES.max, Math.max(SIZES.min, around)) : around;
  }
}
