import type { Box } from './network-layout';

/** Height of the roof over a box, in CSS pixels. */
export const ROOF = 9;

/** A box of the course's picture as a small factory: straight walls under a saw-tooth roof. */
export function factoryPath({ x, y, width, height }: Box): string {
  const teeth = Math.max(2, Math.round(width / 17));
  const tooth = width / teeth;
  const roof = Array.from({ length: teeth }, () => `v${-ROOF}l${tooth} ${ROOF}`).join('');
  return `M${x} ${y}${roof}v${height - 3}q0 3 -3 3h${6 - width}q-3 0 -3 -3z`;
}
