import { niceStep } from '../../charts/numbers/nice-step';
import type { ParameterShape } from '../../engine/types';

/** Steps of colour and width between zero and the strongest weight, on either side. */
export const STRENGTHS = 10;

/** Round, and larger than almost any finite weight. */
const LARGEST_LIMIT = 1e308;

/** The weights of a network by layer and unit. Layers count from 1 here, as in texts; units from 0. */
export class NetworkWeights {
  /** The |weight| that is drawn strongest: round, about twice the root mean square of all finite weights. */
  readonly limit: number;
  /** How many parameters are infinite or NaN. */
  readonly notFinite: number;
  private readonly parameters: Float64Array;
  /** By layer, counted from 0; undefined for a layer that learns none. */
  private readonly weights: ReadonlyMap<number, ParameterShape>;
  private readonly biases: ReadonlyMap<number, ParameterShape>;

  /**
   * `counts`: features, then the units of each layer. Null if shapes or parameters belong to another network. `limit`
   * stays near the one `before`, so that the picture is steady while weights change little.
   */
  static of(
    counts: readonly number[],
    shapes: readonly ParameterShape[],
    parameters: Float64Array | null,
    before: number | null = null,
  ): NetworkWeights | null {
    const weights = shapes.filter(({ axes: [rows, columns] }) => rows === 'input' && columns === 'unit');
    const biases = shapes.filter(({ axes: [rows, columns] }) => rows === 'single' && columns === 'unit');
    const last = shapes.at(-1);
    const fits =
      parameters !== null &&
      last !== undefined &&
      parameters.length === last.offset + last.rows * last.columns &&
      weights.every(({ layer, rows, columns }) => rows === counts[layer] && columns === counts[layer + 1]) &&
      biases.every(({ layer, columns }) => columns === counts[layer + 1]);
    return fits ? new NetworkWeights(weights, biases, parameters, before) : null;
  }

  private constructor(
    weights: readonly ParameterShape[],
    biases: readonly ParameterShape[],
    parameters: Float64Array,
    before: number | null,
  ) {
    this.weights = new Map(weights.map((shape) => [shape.layer, shape]));
    this.biases = new Map(biases.map((shape) => [shape.layer, shape]));
    this.parameters = parameters;
    this.limit = steadyLimit(2 * this.size(), before);
    this.notFinite = parameters.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0);
  }

  /** 0 in a layer without weights, whose edges pass on what they carry. */
  weight(layer: number, from: number, to: number): number {
    const shape = this.weights.get(layer - 1);
    return shape === undefined ? 0 : (this.parameters[shape.offset + from * shape.columns + to] as number);
  }

  bias(layer: number, unit: number): number {
    const shape = this.biases.get(layer - 1);
    return shape === undefined ? 0 : (this.parameters[shape.offset + unit] as number);
  }

  /** −STRENGTHS to STRENGTHS: how strongly `value` is drawn, and on which side. */
  strength(value: number): number {
    return strengthOf(value, this.limit);
  }

  /** Root mean square of the finite weights, computed in units of the largest so that no square overflows. */
  private size(): number {
    let largest = 0;
    this.eachFinite((value) => {
      largest = Math.max(largest, Math.abs(value));
    });
    if (largest === 0) return 0;
    let sum = 0;
    let count = 0;
    this.eachFinite((value) => {
      sum += (value / largest) ** 2;
      count++;
    });
    return largest * Math.sqrt(sum / count);
  }

  private eachFinite(visit: (weight: number) => void): void {
    for (const { offset, rows, columns } of this.weights.values()) {
      for (let i = offset; i < offset + rows * columns; i++) {
        const value = this.parameters[i] as number;
        if (Number.isFinite(value)) visit(value);
      }
    }
  }
}

/** `before` while it is between `size` and three times `size`; otherwise the next round number. */
function steadyLimit(size: number, before: number | null): number {
  if (before !== null && size <= before && size > before / 3) return before;
  return size > 0 ? niceStep(Math.min(size, LARGEST_LIMIT)) : 1;
}

/**
 * Proportional to the square root: the weights of one layer are often far larger than another's, and both must be
 * distinguishable on one scale. Half the strength is a quarter of the limit.
 */
export function strengthOf(value: number, limit: number): number {
  if (Number.isNaN(value)) return 0;
  const share = Math.sqrt(Math.min(1, Math.abs(value) / limit));
  return Math.round(Math.sign(value) * share * STRENGTHS);
}
