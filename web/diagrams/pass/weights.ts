/** The parameters a pass met, as the drawing of a network wants them. */
import { NetworkWeights } from '../network/weights';
import { learnedParameters } from './arrays';
import type { PassContext } from './names';
import { columnCounts } from './scenes/circles-scene';

/** Null for a network without weights. */
export function weightsOf(context: PassContext): NetworkWeights | null {
  const learned = learnedParameters(context);
  const values = learned.flatMap(({ traced }) => [...traced.value.values]);
  const shapes = learned.map(({ shape }) => shape);
  return NetworkWeights.of(columnCounts(context), shapes, Float64Array.from(values));
}
