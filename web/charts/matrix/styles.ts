import { css, unsafeCSS } from 'lit';
import { HEAT_STEPS } from './heat-scale';

function heatRules(): string {
  const rules: string[] = [];
  for (let step = 1; step <= HEAT_STEPS; step++) {
    // Pale enough that the number on it can be read.
    const share = Math.round((36 * step) / HEAT_STEPS);
    for (const [sign, token] of [
      ['', '--weight-positive'],
      ['-', '--weight-negative'],
    ]) {
      rules.push(
        `td[data-heat='${sign}${step}'] { background: color-mix(in srgb, var(${token}) ${share}%, var(--surface)); }`,
      );
    }
  }
  return rules.join('\n');
}

/** Colours of cells by their `data-heat`. */
export const heatStyles = unsafeCSS(heatRules());

export const matrixTableStyles = css`
  :host {
    display: block;
    font-size: var(--size-1);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-bottom: var(--space-1);
    color: var(--ink);
    font-size: var(--size-2);
    font-weight: 650;
    text-align: start;
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.2rem var(--space-2);
    border: var(--line);
    text-align: end;
    white-space: nowrap;
  }
  th {
    color: var(--ink-soft);
    font-weight: 600;
  }
  thead td {
    border: 0;
  }
  tbody td {
    color: var(--ink);
    cursor: pointer;
  }
  ${heatStyles}
  .marked {
    outline: 2px dashed var(--ink-soft);
    outline-offset: -2px;
  }
  .chosen {
    outline: 3px solid var(--ink);
    outline-offset: -2px;
    font-weight: 700;
  }
  td:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 0;
  }
  .whole {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--space-2) var(--space-4);
    padding-top: var(--space-2);
    color: var(--ink-soft);
  }
  .pages {
    display: grid;
    gap: var(--space-1);
  }
  .pager {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-variant-numeric: tabular-nums;
  }
  button {
    min-width: 2rem;
    min-height: 2rem;
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  button:disabled {
    border-color: var(--rule);
    color: var(--ink-soft);
    cursor: not-allowed;
  }
  button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
`;
