import { css } from 'lit';

export const termPictureStyles = css`
  svg {
    display: block;
    max-width: 100%;
    height: auto;
    overflow: visible;
  }

  text {
    fill: var(--ink-soft);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
    text-anchor: middle;
  }

  .name,
  .letter {
    fill: var(--ink);
    font-weight: 650;
  }

  .letter {
    font-size: var(--size-3);
  }

  .letter.long {
    font-size: var(--size-1);
  }

  .factory,
  .tag {
    fill: var(--sunken);
    stroke: var(--control);
    stroke-linejoin: round;
  }

  .tag {
    fill: var(--surface);
  }

  .hit:not(.tag) {
    fill: transparent;
    stroke: none;
  }

  .edge,
  .arrow {
    fill: none;
    stroke: var(--control);
    stroke-width: 1.5px;
  }

  .forth {
    --lit: var(--series-training);
  }

  .back {
    --lit: var(--series-test);
  }

  .back .edge,
  .back .tag {
    stroke-dasharray: 6 4;
  }

  g.term {
    outline: none;
  }

  g[data-lit] .edge,
  g[data-lit] .arrow {
    stroke: var(--lit);
    stroke-width: 3px;
  }

  g[data-lit] .hit,
  g[data-lit] .factory {
    fill: color-mix(in srgb, var(--lit) 18%, var(--surface));
    stroke: var(--lit);
    stroke-width: 2px;
  }

  g.term:focus-visible .hit,
  g.term:focus-visible .factory {
    stroke: var(--focus);
    stroke-width: 3px;
    stroke-dasharray: none;
  }
`;
