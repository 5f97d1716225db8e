import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Matrix } from '../engine/types';
import { type HeatPalette, heatPalette, paintHeat } from './heat-picture';
import { ThemeController } from './theme';

/** Which part of a matrix is magnified elsewhere. */
export interface HeatWindow {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const MOST_HEIGHT = 120;
const MOST_CELL = 8;
const WIDTH = 220;

/** A whole matrix as colours, a frame around what is magnified; fires `place-choose` with a row and a column. */
@customElement('mf-heat-map')
export class HeatMap extends LitElement {
  @property({ attribute: false }) matrix: Matrix = { rows: 0, columns: 0, values: new Float64Array() };
  @property({ attribute: false }) window: HeatWindow = { row: 0, column: 0, rows: 0, columns: 0 };
  @property() label = '';

  private readonly theme = new ThemeController(this, () => {
    this.palette = null;
    this.draw();
  });
  /** What the theme makes of the heat steps; asked for once, since every question costs a pass over the styles. */
  private palette: HeatPalette | null = null;

  protected override render(): TemplateResult {
    return html`<canvas role="img" aria-label=${this.label} @click=${this.onClick}></canvas>`;
  }

  protected override updated(): void {
    this.draw();
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  private draw(): void {
    const { canvas, matrix } = this;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || matrix.values.length === 0) return;
    const width = Math.min(WIDTH, matrix.columns * MOST_CELL);
    const height = Math.min(MOST_HEIGHT, matrix.rows * MOST_CELL);
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
    const [x, y] = [canvas.width / this.matrix.columns, canvas.height / this.matrix.rows];
    context.strokeStyle = ink;
    context.lineWidth = 2;
    context.strokeRect(column * x + 1, row * y + 1, columns * x - 2, rows * y - 2);
  }

  private readonly onClick = (event: MouseEvent): void => {
    const box = this.canvas?.getBoundingClientRect();
    if (!box) return;
    const { rows, columns } = this.matrix;
    const place = (share: number, count: number): number => Math.min(count - 1, Math.floor(share * count));
    const row = place((event.clientY - box.top) / box.height, rows);
    const column = place((event.clientX - box.left) / box.width, columns);
    this.dispatchEvent(new CustomEvent('place-choose', { detail: { row, column } }));
  };

  static override styles = css`
    :host {
      display: block;
    }
    canvas {
      display: block;
      border: var(--line);
      cursor: crosshair;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-heat-map': HeatMap;
  }
}
