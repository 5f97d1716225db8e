import type { ColumnPlace, NetworkLayout, UnitPlace } from './layout';

/** The unit of `column` whose height is nearest to `y`. */
function level(column: ColumnPlace, y: number): UnitPlace {
  return column.units.reduce((best, unit) => (Math.abs(unit.y - y) < Math.abs(best.y - y) ? unit : best));
}

/** Where a key leads from a unit: up and down within its column, left and right to the neighbouring one; null for other keys. */
export function walk(layout: NetworkLayout, from: UnitPlace, key: string): UnitPlace | null {
  const column = layout.columns[from.column] as ColumnPlace;
  const index = column.units.findIndex(({ unit }) => unit === from.unit);
  const beside = (by: number): UnitPlace => {
    const next = layout.columns[from.column + by];
    return next ? level(next, from.y) : from;
  };
  switch (key) {
    case 'ArrowUp':
      return column.units[index - 1] ?? from;
    case 'ArrowDown':
      return column.units[index + 1] ?? from;
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return column.units[0] ?? from;
    case 'End':
      return column.units.at(-1) ?? from;
    default:
      return null;
  }
}
