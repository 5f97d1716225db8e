/** For elements that receive the whole state but draw only a few parts of it, which seldom change during training. */
import type { PageState } from '../../state/page/page-state';

/** For `shouldUpdate`: whether one of the parts, or any property other than `state`, has changed. */
export function hasChangedParts(
  changed: ReadonlyMap<PropertyKey, unknown>,
  state: PageState,
  parts: readonly (keyof PageState)[],
): boolean {
  const before = changed.get('state') as PageState | undefined;
  return before === undefined || changed.size > 1 || parts.some((part) => before[part] !== state[part]);
}
