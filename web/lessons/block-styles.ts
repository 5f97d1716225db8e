/** The parts of a page: tasks, figures with their tasks, asides, the three ways. */
import { css } from 'lit';
import { prose } from './lesson-styles';

export const blocks = [
  prose,
  css`
    .do {
      padding: var(--space-3) var(--space-4);
      border-inline-start: 4px solid var(--accent);
      background: var(--surface);
    }

    .do > h2 {
      margin-bottom: var(--space-1);
      color: var(--accent);
      font-size: var(--size-2);
    }

    .work {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }

    /* Only if enough of the screen is left to see the figure, too. */
    @media (min-width: 40rem) and (min-height: 44rem) {
      .work > .do {
        position: sticky;
        top: 0;
        z-index: 1;
        box-shadow: 0 var(--space-2) var(--space-3) calc(-1 * var(--space-2)) var(--rule);
      }
    }

    /*
     * What follows a part that has no height yet is not shown until it has, or until 4 seconds have passed: so nothing
     * that is being read moves. Where the focus is stays visible, since the focus would be lost.
     */
    @media screen {
      article > :is([pending], :has([pending])) ~ :not(:focus-within) {
        visibility: hidden;
        animation: appear 0s 4s forwards;
      }
    }

    @keyframes appear {
      to {
        visibility: visible;
      }
    }

    .ways-to-see {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-2);
    }

    .ways-to-see > h2 {
      color: var(--ink-soft);
      font-size: var(--size-1);
      font-weight: 600;
    }

    .waiting {
      display: grid;
      place-content: center;
      min-height: 8rem;
      border-style: dashed;
      text-align: center;
    }

    .note {
      padding-inline-start: var(--space-4);
      border-inline-start: 4px solid var(--rule);
      color: var(--ink-soft);
    }

    @media print {
      .do,
      mf-figure-slot,
      mf-prediction,
      mf-question {
        break-inside: avoid;
      }

      .work > .do {
        position: static;
      }
    }
  `,
];
