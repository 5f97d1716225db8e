/** Computes the rows of the ledger on any engine that can train a recipe and call a core function. */
import type { CoreFunctions } from '../engine/core-functions';
import type { TrainResult } from '../library/train-result';
import { presetNamed } from '../recipe/presets';
import type { Recipe } from '../recipe/schema';
import { agrees, type LedgerEntry } from './agreement';
import { readPath } from './read';
import { type Argument, type Call, SOURCES, type Source } from './rows';

/** The part of a TrainResult that the ledger reads. */
export type LedgerRun = Pick<TrainResult, 'metrics' | 'baselines' | 'evaluations' | 'parameters'>;

/** The WebAssembly engine answers immediately, the native one through a process; both are awaited. */
export interface LedgerEngine {
  /** Trains to the end. */
  train(recipe: Recipe): LedgerRun | Promise<LedgerRun>;
  call(name: keyof CoreFunctions, args: readonly unknown[]): unknown;
}

export interface LedgerRow {
  readonly entry: LedgerEntry;
  readonly obtained: number;
  readonly agrees: boolean;
}

/**
 * One row for each entry, in order, as soon as it is done. Each run is trained once, even if many rows read from it.
 */
export async function* ledgerRows(entries: readonly LedgerEntry[], engine: LedgerEngine): AsyncGenerator<LedgerRow> {
  const runs = new Map<string, LedgerRun>();
  for (const entry of entries) {
    const source = SOURCES[entry.id];
    if (!source) throw new Error(`Nothing says how ${entry.id} is obtained.`);
    const obtained = await numberFrom(source, engine, runs);
    yield { entry, obtained, agrees: agrees(entry, obtained) };
  }
}

async function numberFrom(source: Source, engine: LedgerEngine, runs: Map<string, LedgerRun>): Promise<number> {
  const value = 'call' in source ? await result(source, engine) : await reading(source, engine, runs);
  if (typeof value !== 'number') throw new Error(`${JSON.stringify(source)} is not a number.`);
  return value;
}

async function reading(
  source: Exclude<Source, Call>,
  engine: LedgerEngine,
  runs: Map<string, LedgerRun>,
): Promise<number> {
  const run = runs.get(source.run) ?? (await engine.train(presetRecipe(source.run)));
  runs.set(source.run, run);
  return Number(readPath(run, source.read)) * (source.times ?? 1);
}

function presetRecipe(id: string): Recipe {
  const preset = presetNamed(id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  return preset.recipe;
}

async function result({ call, args, read = '' }: Call, engine: LedgerEngine): Promise<unknown> {
  const given: unknown[] = [];
  for (const argument of args) given.push(await resolved(argument, engine));
  return readPath(await engine.call(call, given), read);
}

/** The argument itself, or the result of the call that it describes. */
function resolved(argument: Argument, engine: LedgerEngine): unknown {
  return typeof argument === 'object' && 'call' in argument ? result(argument, engine) : argument;
}
