import { css } from 'lit';
import { strengthStyles } from '../network/strength-styles';

const pictureStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  mf-save-picture {
    justify-self: end;
    margin-left: auto;
  }
  .scroll {
    padding-block: 3px;
    overflow-x: auto;
  }
  .picture {
    display: block;
    overflow: visible;
  }
  .picture text {
    fill: var(--ink-soft);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
    text-anchor: middle;
    pointer-events: none;
  }
  .picture .feature {
    fill: var(--ink);
    text-anchor: end;
  }
  .picture .name,
  .picture .letter,
  .picture .title {
    fill: var(--ink);
    font-weight: 650;
  }
  .picture .letter {
    font-size: var(--size-2);
  }
  .picture .letter.long {
    font-size: 0.75rem;
  }
  .picture .gap {
    cursor: pointer;
    pointer-events: auto;
    text-decoration: underline dotted;
  }
  .picture :is(.value, .gap) {
    fill: var(--ink);
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .group {
    fill: transparent;
    stroke: var(--rule);
  }
  .factory,
  .card,
  .tag {
    fill: var(--sunken);
    stroke: var(--control);
    stroke-linejoin: round;
  }
  .tag {
    fill: var(--surface);
  }
  .chip,
  .region {
    fill: transparent;
    stroke: transparent;
  }
  /* In a transition, walls fade as smoothly as they move. */
  .group,
  .factory,
  .card,
  .chip,
  .region {
    transition:
      fill 300ms,
      stroke 300ms;
  }
  @media (prefers-reduced-motion: reduce) {
    .picture path {
      transition: none;
    }
  }
  .edge,
  .cord,
  .arrow,
  .glyph {
    fill: none;
    stroke: var(--control);
    stroke-width: 1.5px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .front {
    pointer-events: none;
  }
  .front circle {
    cursor: pointer;
    pointer-events: auto;
  }
  .front .pulse {
    fill: var(--lit);
    stroke: var(--surface);
    stroke-width: 2px;
    pointer-events: none;
  }
  .box {
    cursor: pointer;
    outline: none;
  }
  .box:hover .factory,
  .box:hover .chip {
    fill: var(--surface);
  }
  .forth {
    --lit: var(--series-training);
  }
  .back {
    --lit: var(--series-test);
  }
  .edge.lit {
    stroke: var(--lit);
    stroke-width: 3px;
  }
  .edge.lit.back:not(.arrow) {
    stroke-dasharray: 8 4;
  }
  .factory.lit,
  .chip.lit {
    fill: color-mix(in srgb, var(--lit) 22%, var(--surface));
    stroke: var(--lit);
    stroke-width: 3px;
  }
  .card.lit {
    stroke: var(--lit);
    stroke-width: 3px;
  }
  .region.lit {
    fill: color-mix(in srgb, var(--lit) 16%, transparent);
    stroke: var(--lit);
    stroke-width: 1.5px;
  }
  /* Faint, so that the colours of the lines under it stay true. */
  .region.lines.lit {
    fill: color-mix(in srgb, var(--lit) 5%, transparent);
  }
  .box:hover .region {
    stroke: var(--control);
    stroke-dasharray: 3 3;
  }
  .glyph.lit,
  .tag.lit,
  .cord.lit {
    stroke: var(--lit);
    stroke-width: 2px;
  }
  .ring.lit {
    fill: color-mix(in srgb, var(--lit) 30%, var(--surface));
  }
  .bead.lit {
    fill: var(--lit);
  }
  .halo {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2px;
  }
  .weight-edge.dim[data-strength] {
    stroke-opacity: 0.22;
  }
  .weight-edge.lit[data-strength] {
    stroke-opacity: 0.4;
  }
  .weight-edge.followed[data-strength] {
    stroke-opacity: 1;
    stroke-width: 3px;
  }
  .weight-edge.followed[data-strength^='-'] {
    stroke-dasharray: 7 3;
  }
  .box:focus-visible > :is(.factory, .chip, .region) {
    stroke: var(--focus);
    stroke-width: 4px;
    stroke-dasharray: none;
  }
  p {
    margin: 0;
    color: var(--ink-soft);
    font-size: var(--size-1);
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  #lit {
    min-height: 1.4em;
    color: var(--ink);
  }
  .folds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
  }
  .folds:empty {
    display: none;
  }
  .fold {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
  }
  .fold button {
    min-width: 2rem;
    min-height: 2rem;
    padding: 0 var(--space-2);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  .fold button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  @media (forced-colors: active) {
    .fold button[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  .fold button:disabled {
    border-color: var(--rule);
    color: var(--ink-soft);
    cursor: not-allowed;
  }
  .fold button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .legend svg text {
    fill: var(--ink-soft);
    font-size: var(--size-1);
  }
  /* Room for the longest words of a step, so that the page does not move. */
  @media (max-width: 60rem) {
    #lit.circles {
      min-height: 2.8em;
    }
  }
  @media (max-width: 40rem) {
    #lit {
      min-height: 2.8em;
    }
    #lit.circles {
      min-height: 5.6em;
    }
  }
  @media (forced-colors: active) {
    .lit:is(.factory, .chip, .card, .region) {
      stroke: Highlight;
    }
  }
`;

export const passDiagramStyles = [pictureStyles, strengthStyles];
