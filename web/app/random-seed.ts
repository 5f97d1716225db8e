/** A seed nobody has used yet, short enough to be read out to a class. */
export function randomSeed(): number {
  const [draw] = crypto.getRandomValues(new Uint32Array(1));
  return (draw as number) % 1_000_000;
}
