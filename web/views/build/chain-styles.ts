import { css } from 'lit';

/** The chain of layers: boxes that are connected by edges. */
export const chainStyles = css`
  .chain {
    --edge: calc(var(--space-5));
    display: grid;
    justify-items: stretch;
  }

  .chain > li {
    position: relative;
  }

  /* The edge from one box to the next, with the ring to pull it by. */
  .chain > li + li {
    margin-top: var(--edge);
  }

  .chain > li + li::before {
    content: '';
    position: absolute;
    bottom: 100%;
    left: 50%;
    height: var(--edge);
    border-left: 1.5px solid var(--ink);
  }

  .chain > li + li::after {
    content: '';
    position: absolute;
    bottom: calc(100% + var(--edge) / 2 - 4px);
    left: calc(50% - 3px);
    width: 8px;
    height: 8px;
    border: 1.5px solid var(--ink);
    border-radius: 50%;
    background: var(--surface);
  }

  .chain .end {
    justify-self: center;
    padding: 0 var(--space-3);
    border: 1.5px dashed var(--control);
    border-radius: 1rem;
    font-size: var(--size-1);
  }

  .layer {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border: 1.5px solid var(--ink);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .layer header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }

  h4 {
    margin: 0;
    font-size: var(--size-2);
    font-weight: 650;
  }

  .moves {
    display: flex;
    gap: var(--space-1);
  }

  .moves button {
    width: 1.875rem;
    min-height: 1.875rem;
    border-color: transparent;
    background: transparent;
  }

  .moves button:hover:not(:disabled) {
    border-color: var(--ink);
  }

  .moves button:disabled {
    opacity: 0.4;
  }

  .what {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
  }

  .units {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }

  .units input {
    width: 4.5rem;
  }

  .what select {
    flex: 1 1 8rem;
    min-width: 0;
  }

  .span .entry input {
    width: 5.5rem;
  }

  .chain-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    font-size: var(--size-2);
  }
`;
