import { css } from 'lit';

/** The bench: settings, transport and pictures below each other. One-screen styles put them into large windows. */
export const trainViewStyles = css`
  :host,
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    min-width: 0;
  }

  .build {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }

  .build h2 {
    flex: none;
    max-width: 100%;
    font-size: var(--size-3);
  }

  .build mf-build-panel {
    flex: 1 1 36rem;
    min-width: 0;
  }

  mf-layer-editor:not(:defined) {
    display: none;
  }

  /* Its place, while it is being loaded. */
  .build mf-bench-camera {
    flex: none;
    min-width: 6.1rem;
    min-height: 1.875rem;
  }

  .transport {
    position: sticky;
    top: 0;
    z-index: 3;
  }

  .transport > .sheet {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0 var(--space-5);
    padding: var(--space-2) var(--space-3) var(--space-1);
  }

  .deck {
    display: contents;
  }

  mf-timeline {
    grid-area: 2 / 1 / auto / -1;
    margin-top: var(--space-1);
  }

  mf-pace-panel {
    justify-self: end;
  }

  /* Over what is below, so that nothing moves when a notice comes or goes. */
  .hanging {
    position: absolute;
    z-index: 4;
    top: 100%;
    right: 0;
    width: min(44rem, 100%);
  }

  .empty {
    display: grid;
    place-content: center;
    /* Nothing below it is in sight, so nothing in sight moves when it goes. */
    min-height: 100vh;
  }

  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-3);
    align-items: start;
  }

  .figures > .sheet {
    min-width: 0;
    height: 100%;
    padding: var(--space-3);
  }

  .status {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--space-2) var(--space-5);
    min-width: 0;
  }

  .status .words {
    flex: 1 1 16rem;
    min-width: 0;
    min-height: 3.9rem;
  }

  .choices {
    display: none;
    gap: var(--space-1);
    margin-left: auto;
  }

  .choices select {
    min-height: 1.75rem;
    padding: 0 var(--space-1);
    font-size: var(--size-1);
  }

  @media (max-width: 85rem) {
    .transport > .sheet {
      column-gap: var(--space-3);
    }
  }

  @media (max-width: 75rem) {
    .transport > .sheet {
      grid-template-columns: minmax(0, 1fr);
    }

    mf-pace-panel {
      justify-self: start;
      margin-top: var(--space-1);
    }

    mf-timeline {
      grid-area: auto;
    }
  }

  @media (max-width: 64rem) {
    .network,
    .loss {
      grid-column: 1 / -1;
    }
  }

  @media (max-width: 40rem) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }

    .status .words {
      flex-basis: 100%;
      min-height: 5.6rem;
    }

    /* On a phone the buttons and the timeline are at the bottom. */
    .deck {
      z-index: 5;
      position: var(--transport-position, fixed);
      inset: var(--transport-inset, auto 0 0);
      display: flex;
      flex-direction: column-reverse;
      padding: var(--space-1) var(--space-3) var(--space-2);
      border-top: 1.5px solid var(--ink);
      background: var(--surface);
    }

    .transport {
      position: static;
    }

    .hanging {
      position: var(--transport-position, fixed);
      inset: var(--transport-inset, auto var(--space-2) 11rem);
      width: auto;
    }
  }
`;
