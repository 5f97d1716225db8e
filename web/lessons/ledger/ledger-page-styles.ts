import { css } from 'lit';
import { base } from '../../styles/base';
import { tables } from '../../styles/tables';

export const ledgerStyles = [
  base,
  tables,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
    }
    h1 {
      font-size: var(--size-5);
    }
    h1:focus {
      outline: none;
    }
    .intro {
      display: grid;
      gap: var(--space-3);
      max-width: 44rem;
    }
    .verdict {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3) var(--space-5);
      min-height: 4.5rem;
      padding: var(--space-3) var(--space-4);
      border: var(--line);
      border-inline-start: 4px solid var(--accent);
      background: var(--surface);
      font-variant-numeric: tabular-nums;
    }
    .verdict.good {
      border-inline-start-color: var(--good);
    }
    .verdict.bad {
      border-inline-start-color: var(--bad);
      background: var(--bad-surface);
    }
    progress {
      flex: 1 1 12rem;
      accent-color: var(--accent);
    }
    details {
      max-width: 44rem;
    }
    summary {
      width: fit-content;
      color: var(--accent);
      font-weight: 600;
      cursor: pointer;
    }
    details p {
      padding-top: var(--space-2);
    }
    nav ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    nav a {
      display: block;
      padding: var(--space-1) var(--space-3);
      border: 1px solid var(--control);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      font-size: var(--size-2);
      text-decoration: none;
    }
    nav a[aria-current] {
      border-color: var(--ink);
      background: var(--ink);
      color: var(--paper);
    }
    td,
    th {
      vertical-align: baseline;
    }
    tbody th {
      min-width: 14rem;
      white-space: normal;
    }
    @media (max-width: 40rem) {
      .verdict {
        min-height: 7.5rem;
      }
      td,
      th {
        padding-inline: var(--space-1);
      }
      td {
        font-size: var(--size-1);
      }
      tbody th {
        min-width: 7.5rem;
      }
      td:last-child {
        white-space: normal;
      }
    }
    /* Room for the results, so that the columns keep their widths while these arrive. */
    .verdict label {
      min-width: 16rem;
    }
    .verdict label .number {
      display: inline-block;
      min-width: 1.8em;
      text-align: end;
    }
    @media (min-width: 64rem) {
      table {
        table-layout: fixed;
      }
      thead th:first-child {
        width: 42%;
      }
      thead th:nth-child(4) {
        width: 10%;
      }
    }
    .how {
      display: block;
      color: var(--ink-soft);
      font-size: var(--size-1);
      font-weight: 400;
      line-height: 1.4;
    }
    .wrong {
      background: var(--bad-surface);
      font-weight: 650;
    }
  `,
];
