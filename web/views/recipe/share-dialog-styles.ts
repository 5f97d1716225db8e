import { css } from 'lit';

export const shareDialogStyles = css`
  dialog {
    width: min(46rem, calc(100vw - 2 * var(--space-3)));
    max-height: calc(100vh - 2 * var(--space-3));
    padding: var(--space-4) var(--space-5) var(--space-5);
    overflow: auto;
    border: 1.5px solid var(--ink);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 15rem;
    gap: var(--space-4) var(--space-5);
    align-items: start;
  }

  .content.alone {
    grid-template-columns: minmax(0, 1fr);
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--space-3);
  }

  .words {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }

  fieldset {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend,
  .link > label {
    padding: 0;
    font-weight: 600;
  }

  legend {
    margin-bottom: var(--space-2);
  }

  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-2);
  }

  .choice input {
    margin: 0.3em 0 0;
    min-height: 0;
    accent-color: var(--accent);
  }

  .choice .small {
    grid-column: 2;
  }

  .link {
    display: grid;
    gap: var(--space-2);
  }

  .row {
    display: flex;
    gap: var(--space-2);
  }

  .row input {
    flex: 1 1 0;
    min-width: 0;
    font-family: var(--font-code);
    font-size: var(--size-1);
  }

  figure {
    display: grid;
    gap: var(--space-2);
    justify-items: center;
    margin: 0;
  }

  /* Dark on light in every theme, as cameras expect. */
  .code {
    display: block;
    width: 100%;
    border: 1px solid var(--rule);
    background: #fff;
    fill: #000;
    shape-rendering: crispEdges;
  }

  figcaption {
    display: none;
  }

  figure:fullscreen {
    grid-template-rows: minmax(0, 1fr) auto;
    padding: var(--space-4);
    background: #fff;
    color: #000;
  }

  figure:fullscreen .code {
    width: auto;
    max-width: 100%;
    height: 100%;
    border: 0;
  }

  figure:fullscreen figcaption {
    display: block;
    max-width: 100%;
    font-size: var(--size-5);
    text-align: center;
    overflow-wrap: anywhere;
  }

  figure:fullscreen button {
    display: none;
  }

  @media (max-width: 40rem) {
    dialog {
      padding: var(--space-3) var(--space-4) var(--space-4);
    }

    .content {
      grid-template-columns: minmax(0, 1fr);
    }

    .code {
      width: min(100%, 17rem);
    }
  }
`;
