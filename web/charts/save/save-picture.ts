import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileStem } from '../../state/page/format';
import { saveFile } from './save-file';

/** Draws a chart that is not an SVG on the page. The drawing is made for the picture and removed with `remove`. */
export type MadeDrawing = () => Promise<SVGSVGElement>;

/** Placed beside the disclosure under a picture, without covering it when it opens. */
export const footStyles = css`
  .foot {
    position: relative;
  }
  .foot mf-save-picture {
    position: absolute;
    top: 0;
    right: 0;
  }
`;

const DRAWING = '.drawing svg, .scroll > svg';

/** Saves the picture beside it, with title and legend, as SVG or PNG; closed at first. */
@customElement('mf-save-picture')
export class SavePicture extends LitElement {
  /** What the picture shows; used as its file name. */
  @property({ attribute: false }) picture = '';
  @property({ attribute: false }) made: MadeDrawing | null = null;
  /** A selector of the drawings, if there are several: SVGs, and elements that draw. */
  @property({ attribute: false }) several = '';

  @state() private outcome = '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.onPointerDown);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('pointerdown', this.onPointerDown);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    return html`<details @keydown=${this.onKeyDown}>
        <summary aria-label="Save the picture: ${this.picture}" title="Save the picture">Save&nbsp;</summary>
        <div class="choice">
          <button type="button" @click=${() => this.save('svg')}>SVG</button>
          <button type="button" @click=${() => this.save('png')}>PNG</button>
        </div>
      </details>
      <p role="status">${this.outcome}</p>`;
  }

  private async save(kind: 'svg' | 'png'): Promise<void> {
    this.outcome = '';
    try {
      const { pngOf, takePicture } = await import('./picture');
      const made = await this.made?.();
      const { roots } = this;
      const drawings = made === undefined ? this.drawings : [made];
      if (drawings.length === 0) {
        this.outcome = 'Nothing is drawn yet.';
        return;
      }
      const picture = takePicture(this.host, { roots, drawings, title: this.picture });
      made?.remove();
      const name = `${fileStem(this.picture)}.${kind}`;
      if (kind === 'svg') saveFile(name, picture.text, 'image/svg+xml');
      else saveFile(name, await pngOf(picture), 'image/png');
      this.fold();
    } catch {
      this.outcome = 'This could not be saved. Check the connection, then try again.';
    }
  }

  private get host(): HTMLElement {
    return (this.getRootNode() as ShadowRoot).host as HTMLElement;
  }

  private get root(): HTMLElement | ShadowRoot {
    return this.closest('figure') ?? (this.getRootNode() as ShadowRoot);
  }

  private get chosen(): Element[] {
    return this.several === '' ? [] : [...this.root.querySelectorAll(this.several)];
  }

  private get roots(): (HTMLElement | ShadowRoot)[] {
    return [this.root, ...this.chosen.flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  }

  private get drawings(): SVGSVGElement[] {
    if (this.several === '') return [...this.root.querySelectorAll<SVGSVGElement>(DRAWING)].slice(0, 1);
    return this.chosen.flatMap((part) =>
      part instanceof SVGSVGElement
        ? part
        : [...(part.shadowRoot?.querySelectorAll('svg') ?? [])].filter(
            (drawing) => drawing.closest('.legend') === null,
          ),
    );
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.renderRoot.querySelector('details[open]') === null) return;
    event.preventDefault();
    this.fold();
    this.renderRoot.querySelector('summary')?.focus();
  };

  private readonly onPointerDown = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.fold();
  };

  private fold(): void {
    this.renderRoot.querySelector('details')?.removeAttribute('open');
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
      width: fit-content;
      color: var(--ink);
      font-family: var(--font-text);
      font-size: var(--size-1);
    }
    summary,
    button {
      box-sizing: border-box;
      min-height: 1.75rem;
      padding: 0 var(--space-3);
      border: 1px solid var(--control);
      border-radius: var(--radius);
      background: var(--surface);
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    summary {
      display: flex;
      align-items: center;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary {
      min-width: 1.75rem;
      padding: var(--save-padding, 0 var(--space-3));
      justify-content: center;
      font-size: var(--save-text, inherit);
    }
    summary::after {
      content: var(--save-sign, '▾' / '');
      font-size: var(--size-1);
    }
    summary:hover,
    button:hover {
      background: var(--sunken);
    }
    summary:focus-visible,
    button:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    .choice {
      position: absolute;
      right: 0;
      z-index: 2;
      display: flex;
      gap: var(--space-2);
      margin-top: var(--space-1);
      padding: var(--space-2);
      border: 1px solid var(--control);
      border-radius: var(--radius);
      background: var(--surface);
    }
    p {
      margin: 0;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-save-picture': SavePicture;
  }
}
