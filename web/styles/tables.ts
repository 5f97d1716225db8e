/** Tables of numbers: figures in columns of equal width, ruled between rows only. */
import { css } from 'lit';

export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--size-2);
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding-bottom: var(--space-2);
    font-size: var(--size-3);
    font-weight: 680;
    text-align: start;
  }

  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: var(--line);
    text-align: end;
    white-space: nowrap;
  }

  thead th {
    border-bottom: 1.5px solid var(--ink);
    font-size: var(--size-1);
    vertical-align: bottom;
  }

  tbody th {
    font-weight: 600;
  }

  th:first-child {
    text-align: start;
  }

  .scroll {
    overflow: auto;
  }
`;
