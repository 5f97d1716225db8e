/** A seed nobody has used yet, short enough to be read out to a class. */
export function randomSeed(): number {
  return drawn() % 1_000_000;
}

/** What sets this visit apart from all others in the same browser; the names sort by time. */
export function visitName(): string {
  return `${Date.now()}-${drawn()}`;
}

function drawn(): number {
  const [draw] = crypto.getRandomValues(new Uint32Array(1));
  return draw as number;
}
