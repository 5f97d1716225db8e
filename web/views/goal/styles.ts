import { css } from 'lit';
import { ONE_SCREEN } from '../../styles/one-screen';

export const goalPanelStyles = css`
  section {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--tone);
    border-left-width: 6px;
    background: var(--surface);
    --tone: var(--accent);
  }

  section.reached {
    --tone: var(--good);
  }

  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-3);
  }

  .head button {
    flex: none;
    margin: calc(-1 * var(--space-1)) calc(-1 * var(--space-2)) 0 0;
    border-color: transparent;
  }

  h2 {
    font-size: var(--size-3);
  }

  h2 span {
    color: var(--tone);
  }

  li {
    display: grid;
    grid-template-columns: 1.25em minmax(0, 1fr);
    font-size: var(--size-2);
    font-variant-numeric: tabular-nums;
  }

  .met .sign,
  .met .verdict {
    color: var(--good);
  }

  .impossible .sign,
  .impossible .verdict,
  .exceeded .sign,
  .exceeded .verdict {
    color: var(--warn);
  }

  /* Where the bench fills the window, the goal takes as little of it as it can. */
  @media ${ONE_SCREEN} {
    section {
      grid-template-columns: auto auto minmax(0, 1fr);
      align-items: baseline;
      gap: 0 var(--space-5);
      padding: var(--space-1) var(--space-3);
    }

    .head {
      grid-column: 1 / -1;
    }

    .head h2 {
      font-size: var(--size-2);
      line-height: 1.75rem;
    }

    .head button {
      min-height: 1.75rem;
      margin: 0;
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
    }
  }

  .verdict {
    font-weight: 600;
    white-space: nowrap;
  }

  .seal {
    display: inline-block;
  }

  @media (prefers-reduced-motion: no-preference) {
    .seal {
      animation: stamp 350ms ease-out;
    }

    @keyframes stamp {
      from {
        transform: scale(2.2) rotate(-20deg);
        opacity: 0;
      }
    }
  }
`;
