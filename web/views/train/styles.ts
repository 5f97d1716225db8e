import { css } from 'lit';
import { ONE_SCREEN } from '../../styles/one-screen';

/**
 * The bench: settings, transport and pictures below each other. Where the window is large enough, all of it fits in it:
 * the network on the left, the loss and two other pictures on the right, or all pictures in a very wide window.
 */
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

  @media ${ONE_SCREEN} {
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
      height: 100%;
    }

    .stage {
      position: relative;
      flex: 1;
      grid-template-rows: auto minmax(0, 1fr);
      gap: var(--space-2);
      min-height: 0;
    }

    /* Over the lower end of the network, where there is nothing to press. */
    .transport {
      position: static;
    }

    .hanging {
      top: auto;
      right: auto;
      bottom: var(--space-2);
      left: var(--space-2);
      width: min(38rem, 44%);
    }

    .figures {
      grid-template: auto minmax(0, 1fr) minmax(0, 1.05fr) / minmax(0, 5fr) minmax(0, 3fr) minmax(0, 3fr);
      grid-template-areas: 'network status status' 'network loss loss' 'network left right';
      gap: var(--space-2);
      align-items: stretch;
      min-height: 0;
    }

    .figures > .sheet {
      min-height: 0;
      overflow: clip;
      overflow-clip-margin: 2px;
      padding: var(--space-2) var(--space-3);
    }

    .figures > .sheet > * {
      --plot-height: 2rem;
      --plot-most: none;
      --plot-flex: 1;
      --plot-ratio: auto;
      --network-fit: height;
    }

    .status {
      grid-area: status;
      flex-wrap: nowrap;
      height: 4rem;
    }

    .status .words {
      min-height: 0;
      height: 100%;
      overflow: auto;
    }

    .network {
      grid-area: network;
    }

    .loss {
      grid-area: loss;
    }

    .left {
      grid-area: left;
    }

    .right {
      grid-area: right;
    }

    .empty {
      min-height: 0;
    }

    .figures > .spare {
      display: none;
    }

    .figures > .metrics,
    .figures > .evaluations {
      overflow: auto;
    }

    .choices {
      display: grid;
    }
  }

  /* In a low window the loss has the height of both pictures, which stand beside it. */
  @media (min-width: 76rem) and (max-height: 44rem) {
    .figures {
      grid-template: auto repeat(2, minmax(0, 1fr)) / minmax(0, 4fr) minmax(0, 4fr) minmax(0, 3fr);
      grid-template-areas: 'network status status' 'network loss left' 'network loss right';
    }
  }

  @media (min-width: 108rem) and (min-height: 50rem) {
    .figures {
      grid-template: auto minmax(0, 1.15fr) minmax(0, 1fr) / minmax(0, 5fr) repeat(3, minmax(0, 3fr));
      grid-template-areas:
        'network status status status'
        'network loss loss metrics'
        'network predictions response evaluations';
    }

    .figures > .sheet.spare {
      display: block;
    }

    .predictions {
      grid-area: predictions;
    }

    .response {
      grid-area: response;
    }

    .metrics {
      grid-area: metrics;
    }

    .evaluations {
      grid-area: evaluations;
    }

    .choices {
      display: none;
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
