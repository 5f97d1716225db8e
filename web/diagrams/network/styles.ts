import { css } from 'lit';
import { compactStyles } from '../../charts/frame/compact-styles';
import { footStyles } from '../../charts/save/save-picture';
import { container } from '../../styles/container';
import { strengthStyles } from './strength-styles';

const pictureStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font-family: var(--font-text);
    font-size: var(--size-2);
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    margin: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-1) var(--space-4);
  }
  figcaption {
    font-size: var(--size-3);
    font-weight: 650;
  }
  p {
    margin: 0;
    color: var(--ink-soft);
    font-size: var(--size-1);
    line-height: 1.4;
  }
  .scroll {
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .scroll {
    display: grid;
  }
  .scroll > svg,
  .scroll > canvas,
  .parts {
    grid-area: 1 / 1;
    justify-self: safe center;
  }
  .scroll > svg {
    display: block;
    overflow: visible;
  }
  .over-canvas .factory,
  .over-canvas .ring {
    fill: none;
    stroke: none;
  }
  .parts {
    position: relative;
    pointer-events: none;
  }
  .parts button {
    position: absolute;
    box-sizing: border-box;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: none;
    color: var(--accent);
    font: inherit;
    cursor: pointer;
    pointer-events: auto;
    transform: translateX(-50%);
  }
  .parts .change {
    border: 1px dashed var(--control);
  }
  .parts .change:hover {
    border-style: solid;
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 12%, transparent);
  }
  .parts .add {
    /* Where layers are close, the larger button must not cover this one. */
    z-index: 1;
    width: 1.5rem;
    height: 1.5rem;
    border-color: var(--control);
    border-radius: 50%;
    background: var(--surface);
    line-height: 1;
    transform: translate(-50%, -100%);
  }
  .parts .add:hover {
    border-color: var(--accent);
  }
  .parts button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  svg text {
    fill: var(--ink-soft);
    font-size: var(--size-1);
  }
  svg .title,
  svg .name {
    fill: var(--ink);
  }
  svg .title {
    font-weight: 650;
  }
  .factory {
    fill: var(--sunken);
    stroke: var(--control);
    stroke-linejoin: round;
  }
  .glyph,
  .output {
    fill: none;
    stroke: var(--ink-soft);
    stroke-width: 1.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .halo {
    fill: transparent;
    stroke: none;
  }
  .unit {
    outline: none;
  }
  .unit.lit .halo {
    stroke: var(--ink);
    stroke-width: 1.5px;
  }
  .unit:focus-visible .halo {
    stroke: var(--focus);
    stroke-width: 2.5px;
  }
  .choosing .weight-edge[data-strength] {
    stroke-opacity: 0.08;
  }
  .choosing .weight-edge.lit[data-strength] {
    stroke-opacity: 1;
  }
  .choosing .weight-edge.lit[data-strength^='-'] {
    stroke-dasharray: 7 3;
  }
  .values text {
    fill: var(--ink);
    font-variant-numeric: tabular-nums;
    text-anchor: middle;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .reading {
    min-height: 2.8em;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--rule);
    background: var(--sunken);
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  /* Room for the longest sentence about a unit, so that the page does not move. */
  @container (max-width: 48rem) {
    .reading {
      min-height: 4.2em;
    }
  }
  @container (max-width: 26rem) {
    .reading {
      min-height: 7em;
    }
  }
`;

/** In a compact frame the drawing takes what room there is, and the reading lies over its lower end. */
const compactPictureStyles = css`
  :host([compact]) {
    height: 100%;
  }
  :host([compact]) figure {
    display: flex;
    flex-direction: column;
  }
  :host([compact]) .scroll {
    flex: 1 1 auto;
    display: grid;
    align-content: safe center;
    min-height: 0;
    overflow-y: auto;
  }
  :host([compact]) .reading {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    min-height: 0;
    border: 1px solid var(--rule);
    border-left: 3px solid var(--accent);
    pointer-events: none;
  }
  :host([compact]) .reading:empty {
    display: none;
  }
`;

export const networkStyles = [
  container,
  footStyles,
  pictureStyles,
  strengthStyles,
  compactStyles,
  compactPictureStyles,
];
