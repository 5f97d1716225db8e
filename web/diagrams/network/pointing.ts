import {
  type ColumnPlace,
  type NetworkLayout,
  type StringPlace,
  stringEnds,
  stringHeight,
  type UnitPlace,
} from './layout';

/** Distance in CSS pixels within which a string is meant. */
const STRING_REACH = 5;

/** The feature or unit whose circle (with a little room around it) holds the point. */
export function unitAt(layout: NetworkLayout, x: number, y: number): UnitPlace | null {
  const reach = layout.radius * 1.35;
  for (const { units } of layout.columns) {
    for (const unit of units) if (Math.hypot(unit.x - x, unit.y - y) <= reach) return unit;
  }
  return null;
}

/** The string nearest to the point, measured straight up and down; null where none is near. */
export function stringAt(layout: NetworkLayout, x: number, y: number): StringPlace | null {
  let best: StringPlace | null = null;
  let bestDistance = STRING_REACH;
  for (const string of layout.strings) {
    const { x0, x1 } = stringEnds(layout, string);
    if (x < x0 || x > x1) continue;
    const distance = Math.abs(stringHeight(string, (x - x0) / (x1 - x0)) - y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = string;
    }
  }
  return best;
}

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
