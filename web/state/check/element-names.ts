/** Names of the elements of a parameter or of the features: `W1[RM, unit 4]`, `B1[unit 4]`, `X[row 17, RM]`. */
import type { Nudged, ParameterShape } from '../../engine/types';
import type { RunDescription } from '../../worker/protocol';

/** A matrix with named rows and columns; its elements are counted row by row. */
export interface NamedMatrix {
  readonly name: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** A bias has one row, without a name. */
  readonly isRow: boolean;
}

type Described = Pick<RunDescription, 'recipe' | 'parameters'>;

/** The parameter at `nudged`, or the features of `rows`, with names. */
export function namedMatrix(described: Described, nudged: Nudged, rows: Int32Array): NamedMatrix {
  const { data } = described.recipe;
  if (nudged === 'features') {
    const rowNames = Array.from(rows, (row) => `row ${row}`);
    return { name: 'X', rowNames, columnNames: data.features, isRow: false };
  }
  const shape = described.parameters[nudged];
  if (shape === undefined) throw new RangeError(`There is no parameter ${nudged}.`);
  return namedParameter(described, shape);
}

export function namedParameter({ recipe }: Described, shape: ParameterShape): NamedMatrix {
  const isOutput = shape.layer === recipe.layers.length - 1;
  const isRow = isBias(shape);
  return {
    name: shape.name,
    rowNames: isRow ? [''] : shape.layer === 0 ? recipe.data.features : units(shape.rows),
    columnNames: isOutput ? [recipe.data.target] : units(shape.columns),
    isRow,
  };
}

/** One line of numbers, the same for every row. */
export function isBias({ axes: [rows] }: ParameterShape): boolean {
  return rows === 'single';
}

export function elementCount({ rowNames, columnNames }: NamedMatrix): number {
  return rowNames.length * columnNames.length;
}

export function elementName({ name, rowNames, columnNames, isRow }: NamedMatrix, element: number): string {
  const row = rowNames[Math.floor(element / columnNames.length)];
  const column = columnNames[element % columnNames.length];
  return isRow ? `${name}[${column}]` : `${name}[${row}, ${column}]`;
}

function units(count: number): string[] {
  return Array.from({ length: count }, (_, unit) => `unit ${unit + 1}`);
}
