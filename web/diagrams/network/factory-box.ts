export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Height of the roof over a box, in CSS pixels. */
export const ROOF = 9;

/** A box of the course's picture as a small factory: straight walls under a saw-tooth roof, `roof` pixels high. */
export function factoryPath({ x, y, width, height }: Box, roof = ROOF): string {
  const teeth = Math.max(2, Math.round(width / 17));
  const tooth = width / teeth;
  const teethPath = Array.from({ length: teeth }, () => `v${-roof}l${tooth} ${roof}`).join('');
  return `M${x} ${y}${teethPath}v${height - 3}q0 3 -3 3h${6 - width}q-3 0 -3 -3z`;
}
