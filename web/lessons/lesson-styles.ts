/** Styles of prose; wide formulas and tables scroll by themselves. */
import { css } from 'lit';

export const prose = css`
  .prose {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    font-size: var(--size-3);
    line-height: 1.6;
  }

  .prose > * {
    max-width: var(--measure);
  }

  .prose h2 {
    margin-top: var(--space-4);
  }

  .prose h3 {
    margin-top: var(--space-3);
  }

  .prose ul,
  .prose ol {
    display: grid;
    gap: var(--space-1);
    padding-inline-start: var(--space-5);
  }

  .prose ul {
    list-style: disc;
  }

  .prose ol {
    list-style: decimal;
  }

  .prose a.term {
    color: inherit;
    text-decoration-style: dotted;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 2px;
  }

  .prose code {
    padding: 0.05em 0.3em;
    border-radius: var(--radius);
    background: var(--sunken);
    font-family: var(--font-code);
    font-size: 0.9em;
  }

  .prose pre {
    padding: var(--space-3);
    overflow-x: auto;
    border: var(--line);
    background: var(--sunken);
    font-size: var(--size-2);
    line-height: 1.5;
  }

  .prose pre code {
    padding: 0;
    background: none;
  }

  .prose math {
    font-family: var(--font-math);
    font-size: 1.06em;
  }

  .prose math[display='block'] {
    display: block math;
    margin-block: var(--space-1);
    padding-block: var(--space-1);
    overflow: auto hidden;
  }

  .prose table {
    display: block;
    width: max-content;
    max-width: 100%;
    overflow-x: auto;
    border-collapse: collapse;
    font-size: var(--size-2);
    font-variant-numeric: tabular-nums;
  }

  .prose th,
  .prose td {
    padding: var(--space-1) var(--space-3);
    border-bottom: var(--line);
    text-align: start;
  }

  .prose thead th {
    border-bottom: 1.5px solid var(--ink);
  }
`;
