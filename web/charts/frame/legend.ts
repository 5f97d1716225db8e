import { css, html, svg, type TemplateResult } from 'lit';

/** The legend's entry for one kind of mark. */
export interface LegendEntry {
  readonly label: string;
  /** A custom property, e.g. `--series-training`. */
  readonly token: string;
  readonly mark: 'line' | 'dot' | 'diamond' | 'triangle';
  /** Canvas and SVG dash pattern in CSS pixels; a solid line if left out. */
  readonly dash?: readonly number[];
  /** Width of a line in CSS pixels; 2 if left out. */
  readonly width?: number;
}

function swatch({ mark, token, dash, width }: LegendEntry) {
  const colour = `var(${token})`;
  switch (mark) {
    case 'line':
      return svg`<path d="M1 6h26" stroke=${colour} stroke-width=${width ?? 2} stroke-dasharray=${dash?.join(' ') ?? 'none'} fill="none"/>`;
    case 'dot':
      return svg`<circle cx="6" cy="6" r="4" fill=${colour}/>`;
    case 'diamond':
      return svg`<path d="M6 1l5 5l-5 5l-5 -5z" stroke=${colour} stroke-width="1.5" fill="var(--surface)"/>`;
    case 'triangle':
      return svg`<path d="M6 1l5 9h-10z" fill=${colour}/>`;
  }
}

const swatchWidth = ({ mark }: LegendEntry): number => (mark === 'line' ? 28 : 12);

export function legend(entries: readonly LegendEntry[]): TemplateResult {
  return html`<ul class="legend">
    ${entries.map(
      (entry) =>
        html`<li>
          <svg width=${swatchWidth(entry)} height="12" viewBox="0 0 ${swatchWidth(entry)} 12" aria-hidden="true">${swatch(entry)}</svg>
          ${entry.label}
        </li>`,
    )}
  </ul>`;
}

export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--size-1);
    color: var(--ink-soft);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
`;
