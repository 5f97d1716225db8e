/** Styles for pages of tables and lists: by the book, names, for teachers. */
import { css } from 'lit';
import { base } from '../styles/base';
import { tables } from '../styles/tables';

export const reference = [
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

    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }

    .intro {
      display: grid;
      gap: var(--space-3);
      max-width: 44rem;
    }

    .none {
      color: var(--ink-soft);
    }

    th,
    td {
      vertical-align: baseline;
    }

    tbody th {
      font-weight: 600;
      white-space: normal;
    }

    tbody td {
      text-align: start;
      white-space: normal;
    }

    thead th {
      text-align: start;
    }

    ul.plain {
      padding-inline-start: var(--space-5);
      list-style: disc;
    }

    @media (max-width: 40rem) {
      th,
      td {
        padding-inline: var(--space-1);
        font-size: var(--size-1);
      }
    }
  `,
];
