/** What the command `minifactory` answers to its arguments, apart from how a process prints and ends. */
import { parseArgs } from 'node:util';
import { EngineError } from '../engine/engine-error';
import { nearest } from '../recipe/nearest';
import { parseRecipeText } from '../recipe/parse';
import { PRESETS, presetNamed } from '../recipe/presets';
import type { Recipe } from '../recipe/schema';
import { tidyJson } from '../recipe/tidy-json';
import { packagedEngine } from './packaged-engine';
import { readText } from './read-text';
import { train } from './train';
import type { TrainResult } from './train-result';

export interface Answer {
  /** For standard output and standard error. */
  readonly output: string;
  readonly complaint: string;
  /** 0: done; 1: it could not be done; 2: the arguments or the recipe are not right. */
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = `Trains a recipe and prints the result as JSON.

  minifactory recipe.json     the recipe in a file
  minifactory -               the recipe on standard input
  minifactory --preset NAME   one of the course's recipes
  minifactory --list          their names
  minifactory --help          this text
`;

/** Arguments or a recipe that are not right; the message is for the person who gave them. */
class InputError extends Error {}

export async function command(args: readonly string[]): Promise<Answer> {
  try {
    return await answer(args);
  } catch (error) {
    const isInput = error instanceof InputError;
    const complaint = `${error instanceof Error ? error.message : String(error)}\n`;
    return { output: '', complaint, exitCode: isInput ? 2 : 1 };
  }
}

async function answer(args: readonly string[]): Promise<Answer> {
  const { preset, file, list, help } = readArguments(args);
  if (help) return { output: USAGE, complaint: '', exitCode: 0 };
  if (list) return { output: presetList(), complaint: '', exitCode: 0 };
  const recipe = preset === undefined ? await recipeIn(file) : presetRecipe(preset);
  const engine = await packagedEngine();
  const result = await train(recipe, { engine }).catch((error: unknown) => {
    // The engine is there, so what it refuses is this recipe on this data.
    throw error instanceof EngineError ? new InputError(error.message) : error;
  });
  const diverged = result.status === 'diverged';
  return { output: tidyJson(result), complaint: diverged ? divergence(result) : '', exitCode: diverged ? 1 : 0 };
}

interface Arguments {
  readonly preset: string | undefined;
  readonly file: string;
  readonly list: boolean;
  readonly help: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args);
  const { preset, list = false, help = false } = values;
  const asked = positionals.length + (preset === undefined ? 0 : 1);
  if (!help && !list && asked !== 1) {
    const reason = asked === 0 ? 'Nothing to train.' : 'Only one recipe or preset can be trained at a time.';
    throw new InputError(`${reason}\n\n${USAGE.trimEnd()}`);
  }
  return { preset, file: positionals[0] ?? '', list, help };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n\n${USAGE.trimEnd()}`);
  }
}

function presetList(): string {
  const width = Math.max(...PRESETS.map(({ id }) => id.length));
  return PRESETS.map(({ id, description }) => `${id.padEnd(width)}  ${description}\n`).join('');
}

function presetRecipe(name: string): Recipe {
  const preset = presetNamed(name);
  if (preset) return preset.recipe;
  const similar = nearest(
    name,
    PRESETS.map(({ id }) => id),
  );
  const advice = similar === undefined ? '--list names them all.' : `did you mean ${similar}?`;
  throw new InputError(`There is no preset ${JSON.stringify(name)}; ${advice}`);
}

async function recipeIn(file: string): Promise<Recipe> {
  const text = await readText(file).catch((error: unknown) => {
    throw new InputError((error as Error).message);
  });
  const result = parseRecipeText(text);
  if (!result.ok) throw new InputError(result.problems.map(({ sentence }) => sentence).join('\n'));
  return result.recipe;
}

function divergence({ batches }: TrainResult): string {
  return `Training diverged at batch ${batches}: the loss or a parameter was no longer a finite number. The result holds the last finite parameters; a smaller optimiser.learningRate may help.\n`;
}
