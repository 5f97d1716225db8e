/** The frame of every figure: its caption, its controls and the sentence that describes it. */
import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import '../charts/save/save-picture';
import { base } from '../styles/base';
import { container } from '../styles/container';
import { controls } from '../styles/controls';
import './live-words';

interface FigureFrame {
  readonly title: string;
  readonly picture: TemplateResult;
  readonly controls?: TemplateResult;
  /** The current picture in words: its text equivalent, read aloud when a value has changed. */
  readonly words: string;
}

/** The drawings of the figure itself; charts in it are saved by themselves. */
const DRAWINGS = '.picture :is(mf-plane, mf-box-graph, mf-string-boxes, svg:not(table svg, .legend svg))';

export function figureFrame({ title, picture, controls, words }: FigureFrame): TemplateResult {
  return html`<figure class="sheet">
    <figcaption>${title}</figcaption>
    ${controls === undefined ? nothing : html`<div class="controls">${controls}</div>`}
    <div class="picture">${picture}</div>
    <div class="foot">
      <mf-live-words .text=${words}></mf-live-words>
      <mf-save-picture .picture=${title} .several=${DRAWINGS}></mf-save-picture>
    </div>
  </figure>`;
}

export const figureStyles = [
  base,
  container,
  controls,
  css`
    :host {
      color: var(--ink);
      font-family: var(--font-text);
      font-size: var(--size-2);
    }
    .sheet {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }
    figcaption {
      font-size: var(--size-3);
      font-weight: 650;
      line-height: 1.25;
    }
    .controls {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: var(--space-3) var(--space-5);
      align-items: start;
    }
    .controls > button {
      justify-self: start;
    }
    .controls > .check {
      padding-block: 0.4rem;
    }
    .picture {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      min-width: 0;
    }
    .side-by-side {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-4) var(--space-5);
    }
    .term {
      display: flex;
      align-items: center;
      gap: var(--space-4);
    }
    .sign {
      font-size: var(--size-4);
      font-weight: 650;
    }
    .scroll {
      overflow-x: auto;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3);
    }
    .foot mf-live-words {
      flex: 1 1 16rem;
    }
    .foot mf-save-picture {
      margin-left: auto;
    }
    .sheet:not(:has(${unsafeCSS(DRAWINGS)})) .foot mf-save-picture {
      display: none;
    }
    @media print {
      .controls,
      .foot mf-save-picture {
        display: none;
      }
    }
    @container (max-width: 30rem) {
      .sheet {
        padding: var(--space-3);
      }
    }
  `,
];
