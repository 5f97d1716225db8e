import { css } from 'lit';
import { ONE_SCREEN } from '../../styles/one-screen';

/** A select with its label in front. */
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
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-5);
      padding: var(--space-3) var(--space-4);
    }

    .source input {
      width: 6rem;
    }

    /* Over what is below, so that nothing moves when training starts or pauses. */
    .fresh {
      position: absolute;
      z-index: 4;
      top: 100%;
      right: 0;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      max-width: 100%;
      padding: var(--space-1) var(--space-3);
      border: 1px solid var(--control);
      background: var(--surface);
      box-shadow: 0 2px 6px rgb(0 0 0 / 25%);
    }

    .fresh button {
      min-height: 1.75rem;
      font-size: var(--size-1);
    }

    .walk {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }

    .work {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      align-content: start;
      min-width: 0;
      /* Nothing below it is in sight, so nothing in sight moves when the numbers arrive. */
      min-height: 100vh;
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

    /* Room for its longest text, so that it does not wrap on the way. */
    .place {
      flex: 1 0 min(14.5rem, 100%);
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

    /* Drawing, arrays with their arithmetic, and the three ways side by side: each scrolls for itself. */
    @media ${ONE_SCREEN} {
      :host {
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) auto;
        gap: var(--space-2);
        min-height: 0;
      }

      .introduction {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      .transport {
        grid-area: 1 / 1;
        padding: var(--space-2) var(--space-3) var(--space-1);
      }

      .source {
        grid-area: 1 / 2;
        max-width: 24rem;
        padding: var(--space-2) var(--space-3);
      }

      /* In the line above, beside the name of the run. */
      .fresh {
        top: auto;
        bottom: calc(100% + 1px);
        flex-wrap: nowrap;
        max-width: none;
        padding: 0;
        border: 0;
        background: none;
        box-shadow: none;
        white-space: nowrap;
      }

      .source:nth-child(2) {
        grid-area: 1 / 1 / auto / -1;
        max-width: none;
      }

      .work {
        grid-area: 2 / 1 / auto / -1;
        grid-template: minmax(0, 1fr) / minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr);
        gap: var(--space-2);
        min-height: 0;
      }

      .work > * {
        contain: content;
        min-height: 0;
        overflow: auto;
      }

      .work > .walk {
        align-content: start;
        padding: var(--space-3);
      }

      .work > mf-explain-panel {
        order: 3;
      }

      .saying {
        min-height: 6.5rem;
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
