/**
 * Wraps a function that returns a new list at each call, so that the same list is returned while its items are equal.
 * Items are equal if they are identical or have identical fields.
 */
export function sameWhileEqual<From, Item extends object>(
  listOf: (from: From) => readonly Item[],
): (from: From) => readonly Item[] {
  let known: readonly Item[] = [];
  return (from) => {
    const items = listOf(from);
    const isSame = items.length === known.length && items.every((item, index) => isEqual(item, known[index] as Item));
    if (!isSame) {
      known = items;
    }
    return known;
  };
}

function isEqual(one: object, other: object): boolean {
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    one === other || (entries.length === others.size && entries.every(([key, value]) => others.get(key) === value))
  );
}
