/** Styles that all elements of the page share: text, headings, buttons, focus, and the drawing's sheet. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }

  h1,
  h2,
  h3 {
    line-height: 1.25;
    font-weight: 680;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--size-4);
  }

  h3 {
    font-size: var(--size-3);
  }

  ul,
  ol {
    padding: 0;
    list-style: none;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 2.25rem;
    padding: var(--space-1) var(--space-3);
    border: 1.5px solid var(--ink);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--size-2);
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    transition: background-color 120ms;
  }

  button:hover:not(:disabled) {
    background: var(--sunken);
  }

  button:active:not(:disabled) {
    transform: translateY(1px);
  }

  button:disabled {
    border-color: var(--rule);
    color: var(--ink-soft);
    cursor: not-allowed;
  }

  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }

  button.primary:disabled {
    border-color: var(--rule);
    background: var(--sunken);
    color: var(--ink-soft);
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }

  button.icon {
    width: 2.25rem;
    padding: 0;
  }

  svg.icon {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* A drawing's sheet: a ruled frame with register marks at its corners. */
  .sheet {
    position: relative;
    padding: var(--space-4);
    border: var(--line);
    background: var(--surface);
  }

  .sheet::before,
  .sheet::after {
    content: '';
    position: absolute;
    inset: -1px auto auto -1px;
    width: var(--space-3);
    height: var(--space-3);
    border: 1.5px solid var(--ink);
    border-width: 1.5px 0 0 1.5px;
    pointer-events: none;
  }

  .sheet::after {
    inset: auto -1px -1px auto;
    border-width: 0 1.5px 1.5px 0;
  }

  .soft {
    color: var(--ink-soft);
  }

  .small {
    font-size: var(--size-1);
    line-height: 1.4;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
