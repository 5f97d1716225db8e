import { css } from 'lit';
import { ONE_SCREEN } from '../../styles/one-screen';

/**
 * The bench where the window is large enough for all of it: the network on the left, the loss and two other pictures on
 * the right, or all pictures in a very wide window.
 */
export const oneScreenStyles = css`
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
      height: 4.6rem;
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
`;
