import { css } from 'lit';

export const builderStyles = css`
  :host {
    --page: 100rem;
  }

  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }

  .choose {
    display: grid;
    grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
    align-items: start;
    gap: var(--space-5);
  }

  .introduction {
    max-width: 46rem;
  }

  h1 {
    font-size: var(--size-5);
  }

  form,
  .codes {
    display: grid;
    gap: var(--space-5);
    min-width: 0;
  }

  .codes {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    align-items: start;
  }

  fieldset {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend,
  .legend {
    padding: 0;
    font-size: var(--size-3);
    font-weight: 680;
  }

  legend {
    margin-bottom: var(--space-2);
  }

  form .field input {
    width: 100%;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-3);
  }

  .pair > .field {
    align-content: start;
  }

  summary {
    cursor: pointer;
  }

  .hideable {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
    gap: var(--space-3);
    padding-top: var(--space-3);
  }

  section {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }

  section > p {
    max-width: 46rem;
  }

  /* So that the effect of a click far down is visible. */
  @media (min-width: 60rem) {
    .preview {
      position: sticky;
      top: 0;
      padding-block: var(--space-2);
    }
  }

  @media (max-width: 60rem) {
    .choose {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (max-width: 40rem) {
    .sheet {
      padding: 0;
    }
  }
`;
