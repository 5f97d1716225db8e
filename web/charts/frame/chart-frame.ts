import { css, html, nothing, type TemplateResult } from 'lit';
import { container } from '../../styles/container';
import type { ChartCursor } from './chart-cursor';
import './data-table';
import { footStyles, type MadeDrawing } from '../save/save-picture';
import { compactStyles } from './compact-styles';
import type { TableContent } from './data-table';
import { legendStyles } from './legend';

interface Frame {
  readonly title: string;
  /** One sentence that says what the picture shows; it changes during training. */
  readonly summary: string;
  readonly legend?: TemplateResult;
  /** Controls of the chart itself; the page may add others in the slot `toolbar`. */
  readonly toolbar?: TemplateResult;
  readonly cursor: ChartCursor;
  /** For a chart that is not an SVG on the page. */
  readonly made?: MadeDrawing;
  /** Shown over the plot while nothing can be drawn. */
  readonly notice: string;
  /** The same values as a table. */
  readonly table: TableContent;
}

/** What every chart has around its drawing: caption, controls, the readable plot and the table of values. */
export function chartFrame(frame: Frame): TemplateResult {
  const { cursor } = frame;
  return html`<figure>
    <div class="head">
      <figcaption>${frame.title}</figcaption>
      <div class="toolbar">${frame.toolbar ?? nothing}<slot name="toolbar"></slot></div>
    </div>
    ${frame.legend ?? nothing}
    <div
      class="plot"
      role="slider"
      tabindex="0"
      aria-label="${frame.title}: points, read with the arrow keys"
      aria-valuemin="1"
      aria-valuemax="1"
      aria-valuenow="1"
      aria-valuetext="no point chosen"
      @keydown=${cursor.onKeyDown}
      @blur=${cursor.onLeave}
      @pointerdown=${cursor.onPointerMove}
      @pointermove=${cursor.onPointerMove}
      @pointerleave=${cursor.onLeave}
    >
      <div class="drawing" aria-hidden="true"></div>
      <div class="crosshair" hidden></div>
      <div class="rings"></div>
      <div class="tip" aria-hidden="true" hidden></div>
      <p class="notice" ?hidden=${frame.notice === ''}>${frame.notice}</p>
    </div>
    <p class="summary said">${frame.summary}</p>
    <div class="foot">
      <mf-data-table .content=${frame.table}></mf-data-table>
      <mf-save-picture .picture=${frame.title} .made=${frame.made ?? null}></mf-save-picture>
    </div>
  </figure>`;
}

export const frameStyles = [
  container,
  footStyles,
  css`
  /* If a taller neighbour leaves room, the plot takes some of it. */
  :host {
    display: block;
    height: 100%;
    color: var(--ink);
    font-family: var(--font-text);
    font-size: var(--size-2);
    --plot-height: 18rem;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  figure {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    height: 100%;
    margin: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-4);
  }
  figcaption {
    font-size: var(--size-3);
    font-weight: 650;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  ${legendStyles}
  .plot {
    position: relative;
    flex: 1 0 var(--plot-height);
    max-height: var(--plot-most, calc(1.4 * var(--plot-height)));
    border-radius: var(--radius);
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
  }
  .plot:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .drawing {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .notice {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    margin: 0;
    padding: var(--space-4);
    border-radius: var(--radius);
    background: var(--sunken);
    color: var(--ink-soft);
    font-size: var(--size-1);
    text-align: center;
  }
  .crosshair,
  .ring,
  .tip {
    position: absolute;
    top: 0;
    left: 0;
    pointer-events: none;
  }
  .crosshair {
    border-left: 1px solid var(--control);
    opacity: 0.6;
  }
  .ring {
    width: 12px;
    height: 12px;
    margin: -6px 0 0 -6px;
    box-sizing: border-box;
    border: 2px solid var(--ink);
    border-radius: 50%;
  }
  .tip {
    z-index: 1;
    max-width: min(18rem, 90%);
    width: max-content;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }
  .tip div:first-child {
    font-weight: 650;
  }
  .summary {
    margin: 0;
    min-height: 2.8em;
    color: var(--ink-soft);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }
  /* Room for the longest sentence, so that nothing below moves while it changes. */
  @container (max-width: 26rem) {
    .summary {
      min-height: 4.2em;
    }
  }
`,
  compactStyles,
];
