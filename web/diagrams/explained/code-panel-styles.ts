import { css } from 'lit';

export const codePanelStyles = css`
  .tabs {
    display: flex;
    gap: var(--space-1);
  }

  [role='tab'] {
    padding: var(--space-1) var(--space-2);
  }

  .actions {
    display: flex;
    gap: var(--space-2);
    margin-left: auto;
  }

  .outcome:empty {
    display: none;
  }

  [role='tabpanel'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    max-height: 40rem;
    padding-left: 6px;
    overflow: auto;
  }

  .listing {
    width: max-content;
    min-width: 100%;
  }

  /* Stays in place while long lines are scrolled. */
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    position: sticky;
    left: 0;
    width: max-content;
    max-width: 100cqi;
  }

  .source {
    color: var(--ink-soft);
    font-size: var(--size-1);
    overflow-wrap: anywhere;
  }

  pre {
    margin: var(--space-1) 0 0;
    padding: var(--space-2) var(--space-3);
    border: var(--line);
    background: var(--sunken);
    font-family: var(--font-code);
    font-size: var(--size-1);
    line-height: 1.55;
    tab-size: 2;
  }

  code {
    font: inherit;
  }

  .keyword {
    color: var(--accent);
  }

  .comment {
    color: var(--ink-soft);
    font-style: italic;
  }

  .number {
    color: var(--series-validation);
  }

  .string {
    color: var(--good);
  }

  span.term {
    border-bottom: 1.5px dotted var(--control);
  }

  span.term[data-lit] {
    outline: 2px solid var(--accent);
    background: color-mix(in srgb, var(--accent) 18%, var(--surface));
  }

  span.term:focus-visible {
    outline: 2px solid var(--focus);
  }
`;
