/** At most `most` rows, evenly spread, the first and the last among them. */
export function thinRows<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const stride = (rows.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => rows[Math.round(i * stride)] as Row);
}
