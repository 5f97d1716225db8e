import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Matrix } from '../engine/types';
import { HEAT_STEPS, heatLimit, heatStep } from './heat-scale';
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

  private readonly theme = new ThemeController(this, () => this.draw());

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
    context.scale(canvas.width / matrix.columns, canvas.height / matrix.rows);
    context.fillStyle = this.theme.colour('--weight-zero');
    context.fillRect(0, 0, matrix.columns, matrix.rows);
    const limit = heatLimit(matrix.values);
    for (const sign of [1, -1]) {
      context.fillStyle = this.theme.colour(sign > 0 ? '--weight-positive' : '--weight-negative');
      this.paintSide(context, sign, limit);
    }
    this.frame(context, canvas);
  }

  private paintSide(context: CanvasRenderingContext2D, sign: number, limit: number): void {
    const { columns, values } = this.matrix;
    for (let i = 0; i < values.length; i++) {
      const share = (sign * heatStep(values[i] as number, limit)) / HEAT_STEPS;
      if (share <= 0) continue;
      context.globalAlpha = share;
      context.fillRect(i % columns, Math.floor(i / columns), 1, 1);
    }
    context.globalAlpha = 1;
  }

  private frame(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement): void {
    const { row, column, rows, columns } = this.window;
    const [x, y] = [canvas.width / this.matrix.columns, canvas.height / this.matrix.rows];
    context.resetTransform();
    context.strokeStyle = this.theme.colour('--ink');
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
