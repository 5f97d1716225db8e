import type { Matrix } from '../engine/types';

const STEP = /\.?(?<name>[A-Za-z_]\w*)|\[(?<index>\d+)\]|\[(?<row>\d+),(?<column>\d+)\]/y;

/**
 * The number or structure at a path: `.name`, `[index]` of a list, `[row,column]` of a Matrix, as in `dLdX[0,2]` or
 * `evaluations[3].loss`. A path that leads nowhere throws.
 */
export function readPath(value: unknown, path: string): unknown {
  let here = value;
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const step = STEP.exec(path)?.groups;
    if (!step) throw new Error(`${path} is not a path.`);
    here = follow(here, step);
    if (here === undefined) throw new Error(`There is nothing at ${path.slice(0, STEP.lastIndex)}.`);
  }
  return here;
}

function follow(here: unknown, { name, index, row, column }: Record<string, string | undefined>): unknown {
  if (typeof here !== 'object' || here === null) return undefined;
  if (row === undefined || column === undefined) return (here as Record<string, unknown>)[name ?? index ?? ''];
  const { values, columns } = here as Matrix;
  return values[Number(row) * columns + Number(column)];
}
