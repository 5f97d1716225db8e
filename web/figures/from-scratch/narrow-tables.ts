/** Tables of a figure on a narrow page: headings may take two lines, and cells have less space. */
import { css } from 'lit';
import { tables } from '../../styles/tables';

export const narrowTables = [
  tables,
  css`
    @container (max-width: 30rem) {
      th,
      td {
        padding-inline: var(--space-1);
      }
      th {
        white-space: normal;
      }
    }
  `,
];
