import { css } from 'lit';

export const dataViewStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }

  .introduction {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: var(--space-4);
    align-items: stretch;
  }

  .warning {
    display: grid;
    gap: var(--space-2);
    align-content: start;
    justify-items: start;
    padding: var(--space-4);
    border: 1px solid var(--warn);
    border-left-width: 6px;
    background: var(--warn-surface);
  }

  .warning > p:not(.small) {
    max-width: 70ch;
  }

  .which {
    display: grid;
    gap: var(--space-3);
    align-content: start;
  }

  .which select {
    max-width: 100%;
  }

  .inspect {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-4);
    align-items: start;
  }

  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    position: sticky;
    top: var(--space-4);
  }

  .columns {
    display: grid;
    padding-top: var(--space-2);
  }

  .columns li {
    display: grid;
    grid-template-columns: 2.75rem 6rem minmax(0, 1fr);
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-1) 0;
    border-top: var(--line);
  }

  .columns input {
    justify-self: center;
    margin: 0;
  }

  .role {
    color: var(--ink-soft);
    text-align: center;
  }

  .columns button {
    justify-content: flex-start;
    border-color: transparent;
    background: transparent;
  }

  .columns button:hover {
    border-color: var(--control);
  }

  .columns button[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }

  @media (forced-colors: active) {
    .columns button[aria-pressed='true'] {
      outline: 2px solid;
    }
  }

  @media (max-width: 60rem) {
    .introduction,
    .inspect {
      grid-template-columns: minmax(0, 1fr);
    }

    .charts {
      position: static;
    }
  }

  @media (max-width: 40rem) {
    .columns li {
      grid-template-columns: 2.75rem minmax(0, 1fr);
    }

    .columns li p {
      grid-column: 2;
      padding-inline-start: var(--space-3);
    }
  }
`;
