/** Whether `rows` of these values could all be equal, because one value occurs that often. */
export function mayBeConstant(values: Float64Array, rows: number): boolean {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values()) >= rows;
}
