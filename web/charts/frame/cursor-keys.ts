/** Steps of Page Up and Page Down. */
const PAGE = 10;

/**
 * Where a key moves a cursor over `count` points: an index, null to leave the points, undefined for other keys. With no
 * point selected, a step forward starts at the first point and a step back at the last.
 */
export function nextIndex(key: string, index: number | null, count: number): number | null | undefined {
  if (key === 'Escape') return index === null ? undefined : null;
  if (count === 0) return undefined;
  const last = count - 1;
  const step = (by: number): number => {
    if (index === null) return by > 0 ? 0 : last;
    return Math.min(last, Math.max(0, index + by));
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return step(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(-1);
    case 'PageUp':
      return step(PAGE);
    case 'PageDown':
      return step(-PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
