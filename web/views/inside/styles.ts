import { css } from 'lit';

/** A choice with its label before it. */
export const pick = css`
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  .pick label {
    font-weight: 600;
    font-size: var(--size-2);
  }
`;

export const insideViewStyles = [
  pick,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }

    .source {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-5);
      padding: var(--space-3) var(--space-4);
    }

    .source input {
      width: 6rem;
    }

    .walk {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }

    .steps {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }

    .next {
      min-width: 10.5rem;
    }

    .saying {
      min-height: 4.5rem;
      padding: var(--space-2) var(--space-3);
      border-left: 3px solid var(--accent);
      background: var(--sunken);
      font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }

    @media (max-width: 60rem) {
      .saying {
        min-height: 6.5rem;
      }
    }

    @media (max-width: 40rem) {
      .sheet {
        padding: var(--space-3);
      }

      .buttons button:not(.next) {
        padding: var(--space-1) var(--space-2);
      }

      .next {
        flex: 1 1 auto;
        min-width: 0;
      }

      .saying {
        min-height: 11rem;
      }
    }
  `,
];

export const insideArraysStyles = [
  pick,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }

    .followed {
      display: grid;
      gap: var(--space-2);
    }

    .equation {
      overflow-wrap: anywhere;
    }

    .expression {
      color: var(--ink-soft);
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }

    .arrays {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--space-4);
    }

    .arrays > .sheet {
      max-width: 100%;
      min-width: 0;
    }
  `,
];
