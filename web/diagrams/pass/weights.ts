/** The parameters of a pass, as the network drawing needs them. */
import type { ParameterShape } from '../../engine/types';
import { NetworkWeights } from '../network/weights';
import { type PassContext, parameterName } from './names';
import { columnCounts } from './scenes/circles-scene';

/** Null for a network with a layer that lacks weights or biases. */
export function weightsOf(context: PassContext): NetworkWeights | null {
  const shapes: ParameterShape[] = [];
  const values: number[] = [];
  context.operations.forEach((operation, box) => {
    const name = parameterName(operation);
    const parameter = context.pass.trace.operations[box]?.parameter;
    if (name === null || parameter === undefined) return;
    const { rows, columns } = parameter;
    shapes.push({ name, layer: operation.layer, rows, columns, offset: values.length });
    for (const value of parameter.values) values.push(value);
  });
  return NetworkWeights.of(columnCounts(context), shapes, Float64Array.from(values));
}
