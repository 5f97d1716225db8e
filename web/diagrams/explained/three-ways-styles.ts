import { css } from 'lit';
import { container } from '../../styles/container';
import { codePanelStyles } from './code-panel-styles';
import { termPictureStyles } from './picture/styles';

const layout = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }

  .ways {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: var(--space-4);
  }

  @container (min-width: 42rem) {
    .ways {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .code {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 72rem) {
    .ways {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 0.85fr) minmax(0, 1.15fr);
    }

    .code {
      grid-column: auto;
    }
  }

  .way {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    min-width: 0;
    padding-top: var(--space-2);
    border-top: 2px solid var(--ink);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    min-height: 2.25rem;
  }

  h4 {
    margin: 0;
    font-size: var(--size-2);
    font-weight: 680;
  }

  .way > h4 {
    line-height: 2.25rem;
  }

  .scroll {
    overflow-x: auto;
  }

  .lit {
    min-height: 2.4em;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--accent);
    background: var(--sunken);
    font-size: var(--size-2);
    font-variant-numeric: tabular-nums;
  }

  .head button {
    min-height: 2rem;
    border-color: var(--control);
    font-size: var(--size-1);
  }

  .head button[aria-pressed='true'],
  .head [role='tab'][aria-selected='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .what {
    color: var(--ink-soft);
    font-size: var(--size-1);
  }

  .now {
    box-shadow: -3px 0 0 var(--surface), -6px 0 0 var(--accent);
  }

  .now .what {
    color: var(--ink);
    font-weight: 650;
  }
`;

const math = css`
  .formulas {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    max-height: 36rem;
    padding-left: 6px;
    overflow: auto;
  }

  .formula {
    width: max-content;
    min-width: 100%;
  }

  /* Stays in place while a long formula is scrolled. */
  .formula .what {
    position: sticky;
    left: 0;
    width: max-content;
  }

  /* Only a math font has brackets, roots and sums that stretch; every system has one of these. */
  math {
    font-family: 'STIX Two Math', 'Cambria Math', 'Latin Modern Math', 'DejaVu Math TeX Gyre', math, serif;
    font-size: 1.125rem;
  }

  math[display='block'] {
    width: max-content;
    margin: 0;
    padding: var(--space-1) 2px;
  }

  .below {
    padding-top: 0.2rem;
    color: var(--ink-soft);
    font-size: 0.75rem;
    font-family: var(--font-text);
  }

  mtable {
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }

  mtd {
    padding: 0.1rem 0.2rem;
  }

  [data-term] {
    cursor: pointer;
  }

  .formula [data-term][data-lit] {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
    background: color-mix(in srgb, var(--accent) 18%, var(--surface));
  }

  .terms {
    display: grid;
    max-height: 18rem;
    overflow-y: auto;
  }

  button.term {
    display: grid;
    grid-template-columns: minmax(3rem, auto) minmax(0, 1fr);
    justify-content: start;
    align-items: center;
    gap: var(--space-2);
    width: 100%;
    min-height: 0;
    padding: 0.2rem var(--space-1);
    border: 2px solid transparent;
    background: none;
    font-size: var(--size-1);
    font-weight: 400;
    text-align: start;
    transition: none;
  }

  button.term math {
    font-size: 1rem;
  }

  button.term .shape {
    color: var(--ink-soft);
    white-space: nowrap;
  }

  button.term[data-lit] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 14%, var(--surface));
  }

  button.term:focus-visible {
    outline-offset: -2px;
  }
`;

const forced = css`
  @media (forced-colors: active) {
    button.term:not([data-lit]) {
      border-color: Canvas;
    }

    .head button[aria-pressed='true'],
    .head [role='tab'][aria-selected='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .formula [data-term][data-lit],
    button.term[data-lit],
    span.term[data-lit] {
      outline: 2px solid Highlight;
    }

    g[data-lit] .edge,
    g[data-lit] .arrow,
    g[data-lit] .hit,
    g[data-lit] .factory {
      stroke: Highlight;
    }

    .now {
      border-left: 3px solid Highlight;
    }
  }
`;

export const threeWaysStyles = [container, layout, math, termPictureStyles, codePanelStyles, forced];
