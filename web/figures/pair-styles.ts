import { css } from 'lit';

/** Two parts of a figure beside each other if there is room. */
export const pairStyles = css`
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    align-items: start;
  }
  .pair > * {
    min-width: 0;
  }
  @container (min-width: 40rem) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
