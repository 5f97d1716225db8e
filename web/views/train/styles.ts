import { css } from 'lit';

/** Two columns where there is room: the build panel, and the charts with the transport bar always visible. */
export const trainViewStyles = css`
  :host {
    --build: beside;
    display: grid;
    grid-template-columns: 23rem minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }

  .build,
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    min-width: 0;
  }

  mf-goal-panel {
    grid-column: 1 / -1;
  }

  .build > p {
    margin-top: calc(-1 * var(--space-3));
    font-size: var(--size-2);
  }

  .transport {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--paper);
  }

  .empty {
    display: grid;
    place-content: center;
    min-height: 24rem;
  }

  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-4);
    align-items: start;
  }

  .figures > .sheet {
    min-width: 0;
    height: 100%;
  }

  /* When the build panel is hidden. */
  .stage:first-child {
    grid-column: 1 / -1;
  }

  @media (max-width: 75rem) {
    :host {
      --build: above;
      grid-template-columns: minmax(0, 1fr);
    }

    .network,
    .loss {
      grid-column: 1 / -1;
    }
  }

  @media (max-width: 40rem) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* On a phone the transport bar is at the bottom. */
  @media (max-width: 40rem) {
    .transport {
      display: flex;
      flex-direction: column-reverse;
      position: var(--transport-position, fixed);
      inset: var(--transport-inset, auto 0 0);
    }
  }
`;
