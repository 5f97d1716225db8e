/** An order that looks random and is always the same for the same seed. */

export function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const order = [...items];
  let state = hash(seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (state + 0x9e3779b9) >>> 0;
    const place = mixed(state) % (last + 1);
    [order[last], order[place]] = [order[place] as Item, order[last] as Item];
  }
  return order;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  return [...text].reduce((sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0, 2166136261);
}

/** Every bit of the result depends on every bit of the state (the finaliser of MurmurHash3). */
function mixed(state: number): number {
  const first = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
