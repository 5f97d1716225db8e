import { css } from 'lit';

/** Styles of the collapsible parts. */
export const buildPanelStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 6fr) minmax(0, 4fr);
    gap: var(--space-2);
  }

  details {
    position: relative;
    min-width: 0;
  }

  .cell {
    position: relative;
    display: flex;
    gap: var(--space-1);
    min-width: 0;
  }

  /* What unfolds is as wide as the cell. */
  .cell details {
    position: static;
  }

  .cell .data {
    flex: 1;
  }

  .warning summary {
    justify-content: center;
    width: 2.25rem;
    padding: 0;
    border-color: var(--warn);
    background: var(--warn-surface);
    color: var(--warn);
  }


  .warning .body {
    font-size: var(--size-2);
  }

  summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2.25rem;
    padding: 0 var(--space-3);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
    list-style: none;
    white-space: nowrap;
  }

  summary:hover,
  details[open] > summary {
    border-color: var(--ink);
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary h3 {
    flex: none;
    font-size: var(--size-2);
  }

  summary .gist {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  summary::after {
    content: '▾' / '';
    color: var(--accent);
  }

  details[open] > summary::after {
    content: '▴' / '';
  }

  .warning > summary::after,
  .warning[open] > summary::after {
    content: none;
  }

  /* Over what is below, so that nothing moves when a part is opened. */
  .body {
    position: absolute;
    z-index: 6;
    top: calc(100% + 4px);
    left: 0;
    display: grid;
    gap: var(--space-4);
    width: max(100%, 23rem);
    max-height: min(36rem, calc(100vh - 8rem));
    overflow: auto;
    padding: var(--space-3) var(--space-4) var(--space-4);
    border: 1.5px solid var(--ink);
    background: var(--surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 25%);
  }

  :is(details, .cell):nth-child(n + 3) .body {
    right: 0;
    left: auto;
  }

  /* Room for the more telling summaries. */
  @media (min-width: 64rem) and (max-width: 100rem) {
    :host {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 6fr) max-content;
    }

    .quirks .gist {
      display: none;
    }
  }

  @media (max-width: 64rem) {
    :host {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    :is(details, .cell):nth-child(even) .body {
      right: 0;
      left: auto;
    }

    :is(details, .cell):nth-child(odd) .body {
      right: auto;
      left: 0;
    }
  }

  @media (max-width: 40rem) {
    summary {
      padding: 0 var(--space-2);
    }

    .body {
      width: calc(200% + var(--space-2));
    }
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  legend {
    padding: 0 0 var(--space-2);
    font-size: var(--size-2);
    font-weight: 600;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(6rem, 1fr));
    gap: var(--space-1) var(--space-2);
    margin-bottom: var(--space-2);
  }

  .columns label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.75rem;
    font-size: var(--size-2);
  }

  .columns input {
    margin: 0;
  }
`;
