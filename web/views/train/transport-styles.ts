import { css } from 'lit';

/** A strip of buttons above the progress bar. */
export const transportStyles = css`
  :host {
    display: grid;
    grid-template-columns: auto minmax(16rem, 1fr);
    align-items: center;
    gap: var(--space-2) var(--space-5);
  }

  .bar,
  .steps {
    display: flex;
    gap: var(--space-2);
  }

  .train {
    min-width: 8.5rem;
    min-height: 2.75rem;
    font-size: var(--size-3);
  }

  .steps button {
    min-height: 2.75rem;
    padding: 0 var(--space-2);
  }

  .progress {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
  }

  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 0.625rem;
    border: 1.5px solid var(--ink);
    border-radius: 0.5rem;
    overflow: hidden;
    background: var(--surface);
  }

  progress::-webkit-progress-bar {
    background: var(--surface);
  }

  progress::-webkit-progress-value {
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }

  @media (forced-colors: active) {
    progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }

    progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }

  .short {
    display: none;
  }

  @media (max-width: 82rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (max-width: 40rem) {
    :host {
      padding: var(--space-2) var(--space-3);
    }

    .bar {
      gap: var(--space-1);
    }

    .train {
      flex: 1 1 auto;
      min-width: 0;
      padding: 0 var(--space-2);
    }

    .steps {
      gap: var(--space-1);
    }

    .steps button {
      flex-direction: column;
      gap: 0;
      min-width: 3.25rem;
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

  @media (max-width: 23rem) {
    .bar {
      flex-wrap: wrap;
    }

    .train {
      flex-basis: 100%;
    }
  }
`;
