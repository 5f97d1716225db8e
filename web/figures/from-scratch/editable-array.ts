/** An array of a figure that a reader can type into, and whose shape may change. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Matrix } from '../../engine/types';
import '../array-grid';
import type { ArrayChange } from '../array-grid';
import type { NumberBounds } from '../typed-number';
import { MOST_LINES, resized } from './given-matrix';

const BOUNDS: NumberBounds = { min: -99, max: 99, step: 0.1 };

interface EditableArray {
  readonly name: string;
  readonly matrix: Matrix;
  /** The sides that can be made longer and shorter. */
  readonly grows: readonly Side[];
  readonly change: (matrix: Matrix) => void;
}

type Side = 'rows' | 'columns';

export function editableArray({ name, matrix, grows, change }: EditableArray): TemplateResult {
  return html`<div class="editable">
    <mf-array-grid
      .name=${name}
      .matrix=${matrix}
      .bounds=${BOUNDS}
      @array-change=${(event: ArrayChange) => change({ ...matrix, values: Float64Array.from(event.detail) })}
    ></mf-array-grid>
    ${grows.length === 0 ? nothing : html`<div class="sides">${grows.map((side) => stepper(name, matrix, side, change))}</div>`}
  </div>`;
}

function stepper(name: string, matrix: Matrix, side: Side, change: (matrix: Matrix) => void): TemplateResult {
  const count = matrix[side];
  const one = side === 'rows' ? 'row' : 'column';
  const to = (next: number) => () =>
    change(side === 'rows' ? resized(matrix, next, matrix.columns) : resized(matrix, matrix.rows, next));
  return html`<span class="side">
    <button type="button" aria-label="Take a ${one} from ${name}" ?disabled=${count === 1} @click=${to(count - 1)}>−</button>
    ${side}
    <button type="button" aria-label="Add a ${one} to ${name}" ?disabled=${count === MOST_LINES} @click=${to(count + 1)}>+</button>
  </span>`;
}

/** Styles of the arrays, the signs between them, and the sentence for shapes that do not fit. */
export const editableArrayStyles = css`
  .sign {
    align-self: center;
  }
  @container (max-width: 30rem) {
    .sign {
      display: none;
    }
  }
  .refusal {
    flex: 1 1 14rem;
    max-width: 30rem;
  }
  .sides {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    padding-top: var(--space-1);
    color: var(--ink-soft);
    font-size: var(--size-1);
  }
  .side {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
  .side button {
    width: 1.75rem;
    min-height: 1.75rem;
    padding: 0;
    border: 1px solid var(--control);
  }
`;
