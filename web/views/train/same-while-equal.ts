/**
 * Wraps a function that makes a list anew with every call: as long as its items are the same, so is the list. Items are
 * compared by themselves, records of items by their fields.
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
