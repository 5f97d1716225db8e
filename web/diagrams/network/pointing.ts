import { type ColumnPlace, type EdgePlace, edgeEnds, edgeHeight, type NetworkLayout, type UnitPlace } from './layout';

/** Distance in CSS pixels within which the pointer finds an edge. */
const EDGE_REACH = 5;

/** The feature or unit whose circle, slightly enlarged, contains the point. */
export function unitAt(layout: NetworkLayout, x: number, y: number): UnitPlace | null {
  const reach = layout.radius * 1.35;
  for (const { units } of layout.columns) {
    for (const unit of units) if (Math.hypot(unit.x - x, unit.y - y) <= reach) return unit;
  }
  return null;
}

/** The edge nearest to the point in the vertical direction; null if none is near. */
export function edgeAt(layout: NetworkLayout, x: number, y: number): EdgePlace | null {
  let best: EdgePlace | null = null;
  let bestDistance = EDGE_REACH;
  for (const edge of layout.edges) {
    const { x0, x1 } = edgeEnds(layout, edge);
    if (x < x0 || x > x1) continue;
    const distance = Math.abs(edgeHeight(edge, (x - x0) / (x1 - x0)) - y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = edge;
    }
  }
  return best;
}

/** The unit of `column` whose height is nearest to `y`. */
function level(column: ColumnPlace, y: number): UnitPlace {
  return column.units.reduce((best, unit) => (Math.abs(unit.y - y) < Math.abs(best.y - y) ? unit : best));
}

/** The unit a key leads to: up and down within the column, left and right to the next column; null for other keys. */
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
