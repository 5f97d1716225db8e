/** Operations as a layer runs them: forward as far as the shapes allow, then backward through all. */
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';
import { attempt } from './run-operation';

export interface ChainedOperation {
  readonly name: string;
  readonly parameters: readonly Matrix[];
}

export interface LayerPass {
  /** The output of each operation, up to the one that rejected its input. */
  readonly outputs: readonly Matrix[];
  /** The engine's sentence; null if everything fits. */
  readonly refusal: string | null;
  /** ∂L/∂input of each operation, with ∂L/∂output all ones after the last; empty if the forward pass failed. */
  readonly inputGradients: readonly Matrix[];
}

export function runLayer(
  functions: EngineFunctions,
  operations: readonly ChainedOperation[],
  input: Matrix,
): LayerPass {
  const outputs: Matrix[] = [];
  for (const { name, parameters } of operations) {
    const output = attempt(() => functions.operationForward(name, parameters, outputs.at(-1) ?? input));
    if ('refusal' in output) return { outputs, refusal: output.refusal, inputGradients: [] };
    outputs.push(output.result);
  }
  return { outputs, refusal: null, inputGradients: backward(functions, operations, input, outputs) };
}

function backward(
  functions: EngineFunctions,
  operations: readonly ChainedOperation[],
  input: Matrix,
  outputs: readonly Matrix[],
): readonly Matrix[] {
  const last = outputs.at(-1) ?? input;
  let gradient: Matrix = { ...last, values: last.values.map(() => 1) };
  const gradients: Matrix[] = [];
  for (const [place, { name, parameters }] of [...operations.entries()].reverse()) {
    gradient = functions.operationBackward(name, parameters, outputs[place - 1] ?? input, gradient).inputGradient;
    gradients.unshift(gradient);
  }
  return gradients;
}
