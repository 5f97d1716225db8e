/** How many numbers a model learns, layer by layer. */
import type { Draft } from './draft';

/**
 * Weights and biases of each dense layer, (inputs + 1) × units; null where a width is not yet a usable number.
 */
export function parameterCounts(draft: Draft): readonly (number | null)[] {
  const widths = [draft.data.features.length, ...draft.layers.map((layer) => layer.units)];
  return draft.layers.map((_, index) => {
    const [inputs, units] = [widths[index], widths[index + 1]];
    return isWidth(inputs) && isWidth(units) ? (inputs + 1) * units : null;
  });
}

/** The sum, or null where one of the counts is unknown. */
export function totalParameters(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

function isWidth(value: number | string | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
