/** `CoreFunctions` over the engine's calls. */
import type { CoreFunctions, OperationGradients } from './core-functions';
import type { Matrix } from './types';

/** One call into the core: its name and arguments as wasm/bindings/calls.hpp lists them. Throws EngineError. */
export type Caller = (name: string, args: readonly unknown[]) => unknown;

export interface EngineFunctions extends CoreFunctions {
  /** Which rows the scaler may learn from, as a recipe names them. */
  scalingNames(): string[];
}

/** The core takes a step of 0 to mean the derivative's own formula. */
const EXACT = 0;

export function callFunctions(call: Caller): EngineFunctions {
  const named =
    <Name extends keyof EngineFunctions>(name: Name) =>
    (...args: unknown[]) =>
      call(name, args) as ReturnType<EngineFunctions[Name]>;
  /** For calls whose last argument is a step that may be left out. */
  const stepped =
    <Name extends keyof EngineFunctions>(name: Name, length: number) =>
    (...args: unknown[]) =>
      call(name, [...args, ...(args.length < length ? [EXACT] : [])]) as ReturnType<EngineFunctions[Name]>;

  return {
    functionNames: named('functionNames'),
    operationNames: named('operationNames'),
    lossNames: named('lossNames'),
    losses: named('losses'),
    optimiserNames: named('optimiserNames'),
    layerTypeNames: named('layerTypeNames'),
    weightInitialisationNames: named('weightInitialisationNames'),
    gradientScaleNames: named('gradientScaleNames'),
    scalingNames: named('scalingNames'),
    chainValues: named('chainValues'),
    chainFactors: stepped('chainFactors', 3),
    chainDerivative: stepped('chainDerivative', 3),
    chainNumericDerivative: named('chainNumericDerivative'),
    linearEstimate: named('linearEstimate'),
    forwardDifference: named('forwardDifference'),
    twoInputs: stepped('twoInputs', 5),
    randomNormals: named('randomNormals'),
    matrixChain: stepped('matrixChain', 3),
    matrixChainAt: named('matrixChainAt'),
    partialMatrices: named('partialMatrices'),
    operationForward: (name, parameters, input, settings = {}) =>
      call('operationForward', [name, settings, parameters, input]) as Matrix,
    operationBackward: (name, parameters, input, outputGradient, settings = {}) =>
      call('operationBackward', [name, settings, parameters, input, outputGradient]) as OperationGradients,
    activationCurve: (name, from, to, count, settings = {}) =>
      call('activationCurve', [name, settings, from, to, count]) as Float64Array,
    lossOf: named('lossOf'),
    trainStep: named('trainStep'),
    classProbabilities: named('classProbabilities'),
    classMetrics: named('classMetrics'),
    frequencyScores: named('frequencyScores'),
    stratifiedSplit: named('stratifiedSplit'),
  };
}
