import { css } from 'lit';

export const gradientPanelStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }

  p {
    max-width: 75ch;
  }

  form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--space-3) var(--space-5);
  }

  .what {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
    font-size: var(--size-2);
    font-weight: 600;
  }

  .what select {
    max-width: 100%;
    font-weight: 400;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
    min-width: 0;
    max-width: 27rem;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: var(--size-2);
  }

  legend {
    padding: 0;
    font-weight: 600;
  }

  fieldset p {
    flex-basis: 100%;
  }

  .radio {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2.25rem;
  }

  .radio input {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }

  .rows {
    width: 11rem;
  }

  .rows:disabled {
    color: var(--ink-soft);
    background: var(--sunken);
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
  }

  .progress:empty {
    display: none;
  }

  progress {
    width: min(20rem, 60%);
    accent-color: var(--accent);
  }
`;
