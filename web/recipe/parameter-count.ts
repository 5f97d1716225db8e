/** How many numbers a model learns, layer by layer. */

/** A recipe, or one whose numbers may still be anything. */
interface Network {
  readonly data: { readonly features: readonly string[] };
  readonly layers: readonly { readonly units: number | string }[];
}

/**
 * Weights and biases of each dense layer, (inputs + 1) × units; null where a width is not yet a usable number.
 */
export function parameterCounts({ data, layers }: Network): readonly (number | null)[] {
  const widths = [data.features.length, ...layers.map((layer) => layer.units)];
  return layers.map((_, index) => {
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
