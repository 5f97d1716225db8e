import { datasetNamed } from '../datasets/datasets';
import type { CoreFunctions } from '../engine/core-functions';
import type { Engine } from '../engine/engine';
import { trainToEnd } from '../library/train-to-end';
import type { LedgerEngine } from './compute';

/** The ledger's view of the WebAssembly engine. */
export function ledgerEngine(engine: Engine): LedgerEngine {
  return {
    train: (recipe) => trainToEnd(engine, recipe, datasetNamed(recipe.data.source)),
    call: (name, args) => callCore(engine.functions, name, args),
  };
}

/** The rows are data, so the types of a call's arguments are only checked when it is called. */
function callCore(functions: CoreFunctions, name: keyof CoreFunctions, args: readonly unknown[]): unknown {
  const target: (...given: readonly never[]) => unknown = functions[name];
  return Reflect.apply(target, functions, args as never[]);
}
