import { css, unsafeCSS } from 'lit';
import { STRENGTHS } from './weights';

/**
 * Colour, width and opacity for every strength as CSS, so that painting sets one attribute for each edge. Weak edges
 * are thin and pale, or hundreds of them would hide the few that matter.
 */
function strengthRules(): string {
  const rules: string[] = [];
  for (let step = 1; step <= STRENGTHS; step++) {
    const share = step / STRENGTHS;
    const mix = Math.round(100 * share ** 0.6);
    // Most edges are at most one pixel wide, which browsers draw five times as fast as wider ones.
    const width = Math.max(0.7 + 0.5 * share, 3.8 * share ** 2.7).toFixed(2);
    const ink = (0.35 + 0.65 * share).toFixed(2);
    for (const [sign, token] of [
      ['', '--weight-positive'],
      ['-', '--weight-negative'],
    ]) {
      const colour = `color-mix(in oklab, var(${token}) ${mix}%, var(--weight-zero))`;
      rules.push(
        `.weight-edge[data-strength='${sign}${step}'] { stroke: ${colour}; stroke-width: ${width}px; stroke-opacity: ${ink}; }`,
        `.ring[data-strength='${sign}${step}'] { stroke: ${colour}; stroke-width: ${(1.5 + 2.5 * share).toFixed(2)}px; }`,
      );
    }
  }
  return rules.join('\n');
}

/** Edges, rings and their legend. */
export const strengthStyles = css`
  .weight-edge {
    fill: none;
    stroke: var(--weight-zero);
    stroke-width: 0.8px;
  }
  .ring {
    fill: var(--surface);
    stroke: var(--weight-zero);
    stroke-width: 1.5px;
  }
  .bead {
    fill: var(--ink-soft);
  }
  ${unsafeCSS(strengthRules())}
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--size-1);
    font-variant-numeric: tabular-nums;
  }
  .ring-key {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
`;
