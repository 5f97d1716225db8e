/** A random seed, short enough to be read out to a class. */
export function randomSeed(): number {
  return drawn() % 1_000_000;
}

/** A name for this visit, unique in this browser; the names sort by time. */
export function visitName(): string {
  return `${Date.now()}-${drawn()}`;
}

function drawn(): number {
  const [draw] = crypto.getRandomValues(new Uint32Array(1));
  return draw as number;
}
