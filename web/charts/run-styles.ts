/** How the line of a kept run looks, by its colour number: eight colours, and dashes for who cannot tell them apart. */
import type { LineStyle } from './loss-series';

const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 4], [12, 4, 2, 4]];

export function runStyle(label: string, colour: number): LineStyle {
  return { label, token: `--run-${colour + 1}`, dash: DASHES[(colour >> 1) % DASHES.length] ?? [] };
}
