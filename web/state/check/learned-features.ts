/** What the units of the first layer have learned. */
import type { RunDescription } from '../../worker/protocol';

export interface Listening {
  readonly feature: string;
  readonly weight: number;
}

export interface LearnedUnit {
  /** Counted from 0. */
  readonly unit: number;
  readonly bias: number;
  /** Its weight on the output; null if more than one layer follows. */
  readonly output: number | null;
  /** Column `unit` of W1: its weights from the features, the strongest first. */
  readonly column: readonly Listening[];
  /** Row `unit` of W1, read by mistake as the unit's weights, the strongest first; null if W1 is not square. */
  readonly row: readonly Listening[] | null;
}

/**
 * The units of the first layer. With one hidden layer the units with the largest weight on the output come first; with
 * more layers they keep their order. Empty if there is no hidden layer.
 */
export function learnedUnits(
  { recipe, parameters: shapes }: Pick<RunDescription, 'recipe' | 'parameters'>,
  parameters: Float64Array,
): readonly LearnedUnit[] {
  const weights = shapes.filter(({ axes: [rows, columns] }) => rows === 'input' && columns === 'unit');
  const [w1, w2] = weights;
  const b1 = shapes.find((shape) => shape.layer === w1?.layer && shape.axes[0] === 'single');
  if (w1 === undefined || b1 === undefined || w2 === undefined) return [];
  const { features } = recipe.data;
  const at = (offset: number) => parameters[offset] as number;
  const weight = (from: number, to: number) => at(w1.offset + from * w1.columns + to);
  const isSquare = w1.rows === w1.columns;
  const reachesOutput = weights.length === 2;
  const learned = Array.from({ length: w1.columns }, (_, unit) => ({
    unit,
    bias: at(b1.offset + unit),
    output: reachesOutput ? at(w2.offset + unit) : null,
    column: strongestFirst(features.map((feature, from) => ({ feature, weight: weight(from, unit) }))),
    row: isSquare ? strongestFirst(features.map((feature, to) => ({ feature, weight: weight(unit, to) }))) : null,
  }));
  return reachesOutput ? learned.sort((a, b) => Math.abs(b.output ?? 0) - Math.abs(a.output ?? 0)) : learned;
}

function strongestFirst(listening: Listening[]): Listening[] {
  return listening.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
