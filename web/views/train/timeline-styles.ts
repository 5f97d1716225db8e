import { css } from 'lit';

/** A bar with marks under it, and a slider over it whose handle shows the current batch. */
export const timelineStyles = css`
  :host {
    --handle: 0.75rem;
    min-width: 0;
    overflow-x: clip;
  }

  .track {
    position: relative;
    height: 2rem;
  }

  /* As far as the middle of the slider's handle goes. */
  .room {
    position: absolute;
    inset: 0 calc(var(--handle) / 2);
  }

  .room::before,
  .ahead,
  .done {
    content: '';
    position: absolute;
    inset: 0.3125rem 0 auto;
    height: 0.5rem;
    transform-origin: left;
  }

  .room::before {
    inset-inline: -1px;
    border: 1px solid var(--control);
    background: var(--surface);
  }

  .ahead {
    background: var(--rule);
  }

  .done {
    background: var(--accent);
  }

  /* Each has a layer of its own: it moves without painting anything again. */
  .ahead,
  .done,
  .here {
    will-change: transform;
  }

  .ticks {
    position: absolute;
    inset: 0.8125rem 0 auto;
    width: 100%;
    height: 0.3125rem;
    overflow: visible;
  }

  .ticks path {
    stroke: var(--control);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }

  .at {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .label,
  .evaluation,
  .best {
    position: absolute;
    transform: translateX(-50%);
    line-height: 1;
  }

  .label {
    top: 1.1875rem;
    color: var(--ink-soft);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }

  /* Inside the track, which clips what sticks out. */
  .label.last {
    transform: translateX(-100%);
  }

  .evaluation {
    top: 0.375rem;
    width: 0.375rem;
    height: 0.375rem;
    border: 1px solid var(--series-test);
    background: var(--surface);
    transform: translateX(-50%) rotate(45deg);
  }

  .best {
    top: -0.4375rem;
    color: var(--good);
    font-size: 0.75rem;
    text-shadow: 0 0 2px var(--surface);
  }

  input {
    appearance: none;
    position: absolute;
    inset: 0 0 auto;
    z-index: 1;
    width: 100%;
    height: 1.125rem;
    margin: 0;
    background: none;
    cursor: pointer;
  }

  input:disabled {
    cursor: default;
  }

  /* It is drawn by the handle above it, which moves without a layout. */
  input::-webkit-slider-thumb {
    appearance: none;
    width: var(--handle);
    height: 1.125rem;
    border: 0;
    background: none;
  }

  input::-moz-range-track,
  input::-moz-range-progress {
    background: none;
    border: 0;
  }

  input::-moz-range-thumb {
    width: var(--handle);
    height: 1.125rem;
    border: 0;
    background: none;
  }

  input:focus-visible {
    outline: none;
  }

  .handle {
    position: absolute;
    top: 0;
    left: calc(var(--handle) / -2);
    box-sizing: border-box;
    width: var(--handle);
    height: 1.125rem;
    border: 2px solid var(--ink);
    border-radius: 3px;
    background: var(--surface);
  }

  input:disabled + .room .handle {
    border-color: var(--control);
  }

  input:focus-visible + .room .handle {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }

  .room {
    pointer-events: none;
  }

  /* One line, whatever it says. */
  .place {
    display: flex;
    gap: var(--space-4);
    height: 1.4em;
    overflow: hidden;
    white-space: nowrap;
  }

  .place span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .sprint {
    margin-left: auto;
    color: var(--ink);
  }

  @media (forced-colors: active) {
    .done {
      background: Highlight;
    }
  }
`;
