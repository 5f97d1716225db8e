/** Entries, options and buttons to answer with, in questions and predictions. */
import { css } from 'lit';

export const optionStyles = css`
  .entry,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }

  .entry label {
    font-weight: 600;
  }

  input[type='text'] {
    width: 9rem;
  }

  fieldset {
    display: grid;
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0 0 var(--space-2);
    color: var(--ink-soft);
    font-size: var(--size-1);
  }

  .option {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    cursor: pointer;
  }

  .option:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  .option.came-true {
    border-color: var(--good);
    box-shadow: inset 0 0 0 1px var(--good);
  }

  .option .mark {
    color: var(--good);
  }

  .option input {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    translate: 0 0.15em;
    accent-color: var(--accent);
  }
`;
