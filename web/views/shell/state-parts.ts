/** For elements that are given the whole state but draw a few parts of it, which seldom change while training. */
import type { PageState } from '../../state/page/page-state';

/** Whether the element has to be drawn: a part has changed, or anything but `state`. For `shouldUpdate`. */
export function hasChangedParts(
  changed: ReadonlyMap<PropertyKey, unknown>,
  state: PageState,
  parts: readonly (keyof PageState)[],
): boolean {
  const before = changed.get('state') as PageState | undefined;
  return before === undefined || changed.size > 1 || parts.some((part) => before[part] !== state[part]);
}
