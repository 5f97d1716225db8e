/** Runs one operation of the engine as far as the shapes allow, and says why it stops. */
import type { EngineFunctions } from '../../engine/core-calls';
import type { OperationGradients } from '../../engine/core-functions';
import { EngineError } from '../../engine/engine-error';
import type { Matrix } from '../../engine/types';

/** A result, or the engine's sentence. */
export type Attempt<Result> = { readonly result: Result } | { readonly refusal: string };

/** Errors that are not the engine's are thrown again. */
export function attempt<Result>(act: () => Result): Attempt<Result> {
  try {
    return { result: act() };
  } catch (error) {
    if (error instanceof EngineError) return { refusal: error.message };
    throw error;
  }
}

export interface OperationPass {
  readonly output: Attempt<Matrix>;
  /** Null if the forward pass failed, so that there was no backward pass. */
  readonly gradients: Attempt<OperationGradients> | null;
}

export function runOperation(
  functions: EngineFunctions,
  name: string,
  parameters: readonly Matrix[],
  input: Matrix,
  outputGradient: Matrix,
): OperationPass {
  const output = attempt(() => functions.operationForward(name, parameters, input));
  if ('refusal' in output) return { output, gradients: null };
  return { output, gradients: attempt(() => functions.operationBackward(name, parameters, input, outputGradient)) };
}
