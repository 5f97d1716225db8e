import { css } from 'lit';

/** One row of buttons. */
export const transportStyles = css`
  .bar,
  .steps {
    display: flex;
    gap: var(--space-2);
  }

  .train {
    min-width: 8.25rem;
    font-size: var(--size-3);
  }

  .skip {
    min-width: 10rem;
  }

  button {
    min-height: 2.5rem;
    white-space: nowrap;
  }

  .steps button {
    padding: 0 var(--space-2);
  }

  .short {
    display: none;
  }

  @media (max-width: 40rem) {
    .bar,
    .steps {
      gap: var(--space-1);
    }

    .train {
      flex: 1 1 auto;
      min-width: 0;
      padding: 0 var(--space-2);
    }

    .steps button {
      flex-direction: column;
      gap: 0;
      min-width: 2.875rem;
      min-height: 2.75rem;
      padding: var(--space-1) 0;
      font-size: var(--size-1);
    }

    .word {
      display: none;
    }

    .short {
      display: inline;
    }
  }

  @media (max-width: 26rem) {
    .bar {
      flex-direction: column;
    }

    .steps {
      justify-content: stretch;
    }

    .steps button {
      flex: 1 1 0;
    }
  }
`;
