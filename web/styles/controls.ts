/** Labelled fields: a name, a control, its unit, one sentence of help, and the problem with the value if there is one. */
import { css } from 'lit';
import { slider } from './slider';

const fields = css`
  input:not([type='checkbox'], [type='range'], [type='file']),
  select,
  textarea {
    min-height: 2.25rem;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--size-2);
    font-variant-numeric: tabular-nums;
  }

  input[type='checkbox'] {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
    margin: 0.2em 0 0;
    accent-color: var(--accent);
  }

  input[type='range'] {
    width: 100%;
    height: 2.25rem;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }

  input[aria-invalid='true'],
  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border: 2px solid var(--bad);
    background: var(--bad-surface);
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-1) var(--space-3);
  }

  .field > label {
    font-weight: 600;
    font-size: var(--size-2);
  }

  .field > .entry {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-2);
    min-width: 0;
  }

  .field input {
    width: 7.5rem;
  }

  .field select {
    max-width: 11.5rem;
  }

  .field > .help,
  .field > .problem {
    grid-column: 1 / -1;
  }

  .field.wide {
    grid-template-columns: minmax(0, 1fr);
  }

  .field.wide > .entry {
    justify-content: flex-start;
  }

  .field.wide select {
    max-width: 100%;
    width: 100%;
  }

  .unit,
  .help,
  .range {
    color: var(--ink-soft);
    font-size: var(--size-1);
    line-height: 1.4;
  }

  .problem {
    color: var(--bad);
    font-size: var(--size-1);
    font-weight: 600;
    line-height: 1.4;
  }

  .problem::before {
    content: '▲ ' / '';
  }

  .check {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
    font-size: var(--size-2);
  }

  .check label {
    font-weight: 600;
  }
`;

export const controls = [slider, fields];
