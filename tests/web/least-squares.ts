/** An independent least-squares fit to compare with the engine's: normal equations, solved by elimination. */

export interface Fit {
  readonly coefficients: readonly number[];
  readonly intercept: number;
}

/** `rows`: features of each row; `targets` in the same order. */
export function leastSquares(rows: readonly (readonly number[])[], targets: readonly number[]): Fit {
  const X = rows.map((row) => [...row, 1]);
  const width = X[0]?.length ?? 0;
  const at = (i: number, j: number) => X.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0);
  const system = Array.from({ length: width }, (_, i) => [
    ...Array.from({ length: width }, (_, j) => at(i, j)),
    X.reduce((sum, row, n) => sum + (row[i] as number) * (targets[n] as number), 0),
  ]);
  const solution = solved(system);
  return { coefficients: solution.slice(0, -1), intercept: solution.at(-1) as number };
}

/** Each row contains an equation's coefficients and its right side. */
function solved(system: number[][]): number[] {
  const size = system.length;
  for (let i = 0; i < size; i++) {
    const pivot = system.reduce(
      (best, row, j) => (j >= i && Math.abs(row[i] as number) > Math.abs(system[best]?.[i] as number) ? j : best),
      i,
    );
    [system[i], system[pivot]] = [system[pivot] as number[], system[i] as number[]];
    const top = system[i] as number[];
    for (const row of system) {
      if (row === top) continue;
      const factor = (row[i] as number) / (top[i] as number);
      for (let j = i; j <= size; j++) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  return system.map((row, i) => (row[size] as number) / (row[i] as number));
}

export function predicted({ coefficients, intercept }: Fit, row: readonly number[]): number {
  return row.reduce((sum, value, i) => sum + value * (coefficients[i] as number), intercept);
}

export function rmse(errors: readonly number[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
}
