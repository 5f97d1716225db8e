import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { screenScale } from '../drawing/pointer';
import { ThemeController } from '../drawing/theme';
import { placeWords } from './heat-magnifier';
import { type HeatPalette, heatPalette, paintHeat } from './heat-picture';
import { type MatrixContent, type MatrixPlace, placeByKey } from './place';

/** The part of a matrix that a table beside the map shows. */
export interface HeatWindow {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const MOST_WIDTH = 256;
const MOST_HEIGHT = 192;
/** The greatest height of a map that is narrower than high. */
const MOST_NARROW_HEIGHT = 120;
const MOST_CELL = 8;

/** Distance between an element and its magnifier, and between that and the edge of the page. */
const GAP = 10;

/**
 * A whole matrix as colours, with a frame around the part that the table shows. The element under the pointer, or
 * reached with the arrow keys, is magnified. Fires `place-choose` with its row and column on a click or Enter.
 */
@customElement('mf-heat-map')
export class HeatMap extends LitElement {
  @property({ attribute: false }) content!: MatrixContent;
  @property({ attribute: false }) window: HeatWindow = { row: 0, column: 0, rows: 0, columns: 0 };
  @property() label = '';
  @state() private place: MatrixPlace | null = null;
  /** What to announce. Only keys announce: a moving pointer must not. */
  @state() private said = '';

  private readonly theme = new ThemeController(this, () => {
    this.palette = null;
    this.draw();
  });
  /** The colours of the heat steps in the current theme, cached, since reading them recalculates styles. */
  private palette: HeatPalette | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    const { rows, columns } = this.content.matrix;
    if (changed.has('content') && this.place && (this.place.row >= rows || this.place.column >= columns)) {
      this.place = null;
    }
  }

  protected override render(): TemplateResult {
    return html`<div
        class="map"
        role="application"
        tabindex="0"
        aria-label=${this.label}
        @pointermove=${this.onPointerMove}
        @pointerleave=${this.onLeave}
        @click=${this.onClick}
        @keydown=${this.onKeyDown}
        @blur=${this.onLeave}
      >
        <canvas></canvas>
        <span class="spot" ?hidden=${this.place === null}></span>
      </div>
      ${
        this.place === null
          ? nothing
          : html`<mf-heat-magnifier aria-hidden="true" .content=${this.content} .place=${this.place}></mf-heat-magnifier>`
      }
      <p class="said" role="status">${this.said}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('content') || changed.has('window')) this.draw();
    void this.placeMagnifier();
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  private draw(): void {
    const { canvas } = this;
    const { matrix } = this.content;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || matrix.values.length === 0) return;
    const width = Math.min(MOST_WIDTH, matrix.columns * MOST_CELL);
    const mostHeight = Math.max(MOST_NARROW_HEIGHT, Math.min(MOST_HEIGHT, width));
    const height = Math.min(mostHeight, matrix.rows * MOST_CELL);
    const density = devicePixelRatio;
    canvas.width = width * density;
    canvas.height = height * density;
    canvas.style.setProperty('width', `${width}px`);
    canvas.style.setProperty('height', `${height}px`);
    this.palette ??= heatPalette((token) => this.theme.colour(token));
    paintHeat(context, matrix, this.palette);
    this.frame(context, canvas, this.palette.ink);
  }

  private frame(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement, ink: string): void {
    const { row, column, rows, columns } = this.window;
    const { matrix } = this.content;
    const [x, y] = [canvas.width / matrix.columns, canvas.height / matrix.rows];
    context.strokeStyle = ink;
    context.lineWidth = 2;
    context.strokeRect(column * x + 1, row * y + 1, columns * x - 2, rows * y - 2);
  }

  /** Above the element, so that it stays visible, and within the page. */
  private async placeMagnifier(): Promise<void> {
    const { canvas, place } = this;
    const spot = this.renderRoot.querySelector<HTMLElement>('.spot');
    const magnifier = this.renderRoot.querySelector('mf-heat-magnifier');
    if (!canvas || !place || !spot || !magnifier) return;
    const { matrix } = this.content;
    const [width, height] = [canvas.clientWidth / matrix.columns, canvas.clientHeight / matrix.rows];
    const [x, y] = [place.column * width, place.row * height];
    spot.style.setProperty('width', `${Math.max(4, width)}px`);
    spot.style.setProperty('height', `${Math.max(4, height)}px`);
    spot.style.setProperty('transform', `translate(${x}px, ${y}px)`);
    await magnifier.updateComplete;
    // The edges of the page, seen from the map.
    const scale = screenScale(this).x;
    const left = -this.getBoundingClientRect().left / scale;
    const right = left + document.documentElement.clientWidth / scale;
    const magnifierX = Math.max(left + GAP, Math.min(x + GAP, right - GAP - magnifier.offsetWidth));
    magnifier.style.setProperty('transform', `translate(${magnifierX}px, ${y - GAP - magnifier.offsetHeight}px)`);
  }

  private placeAt(event: MouseEvent): MatrixPlace | null {
    const box = this.canvas?.getBoundingClientRect();
    if (!box) return null;
    const { rows, columns } = this.content.matrix;
    const place = (share: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    return {
      row: place((event.clientY - box.top) / box.height, rows),
      column: place((event.clientX - box.left) / box.width, columns),
    };
  }

  private readonly onPointerMove = (event: PointerEvent): void => {
    const place = this.placeAt(event);
    if (place?.row !== this.place?.row || place?.column !== this.place?.column) this.place = place;
  };

  private readonly onLeave = (): void => {
    this.place = null;
    this.said = '';
  };

  private readonly onClick = (event: MouseEvent): void => {
    const place = this.placeAt(event);
    if (place) this.choose(place);
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const { rows, columns } = this.content.matrix;
    if (event.key === 'Escape' && this.place !== null) {
      event.preventDefault();
      this.onLeave();
      return;
    }
    const { row, column } = this.window;
    const place = this.place ? placeByKey(event.key, this.place, rows, columns) : { row, column };
    if (place === null || placeByKey(event.key, place, rows, columns) === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter' && this.place !== null) this.choose(place);
    this.place = place;
    this.said = placeWords(this.content, place);
  };

  private choose(place: MatrixPlace): void {
    this.dispatchEvent(new CustomEvent<MatrixPlace>('place-choose', { detail: place }));
  }

  static override styles = css`
    :host {
      display: block;
      position: relative;
    }
    .map {
      position: relative;
      width: fit-content;
      border: var(--line);
      cursor: crosshair;
    }
    .map:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    canvas {
      display: block;
    }
    .spot {
      position: absolute;
      inset: 0 auto auto 0;
      outline: 2px solid var(--ink);
      pointer-events: none;
    }
    .spot[hidden] {
      display: none;
    }
    mf-heat-magnifier {
      position: absolute;
      inset: 0 auto auto 0;
      z-index: 3;
      pointer-events: none;
    }
    .said {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-heat-map': HeatMap;
  }
}
