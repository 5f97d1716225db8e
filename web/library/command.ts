/** The answers of the command `minifactory` to its arguments, without printing. */
import { parseArgs } from 'node:util';
import { EngineError } from '../engine/engine-error';
import { tidyJson } from '../recipe/tidy-json';
import { type Answer, answered, InputError } from './answer';
import { packagedEngine } from './packaged-engine';
import { presetList, presetRecipe, recipeIn } from './recipe-argument';
import { train } from './train';
import type { TrainResult } from './train-result';

const USAGE = `Trains a recipe and prints the result as JSON.

  minifactory recipe.json     the recipe in a file
  minifactory -               the recipe on standard input
  minifactory --preset NAME   one of the course's recipes
  minifactory --list          their names
  minifactory --help          this text
`;

export function command(args: readonly string[]): Promise<Answer> {
  return answered(() => answer(args));
}

async function answer(args: readonly string[]): Promise<Answer> {
  const { preset, file, list, help } = readArguments(args);
  if (help) return { output: USAGE, complaint: '', exitCode: 0 };
  if (list) return { output: presetList(), complaint: '', exitCode: 0 };
  const recipe = preset === undefined ? await recipeIn(file) : presetRecipe(preset);
  const engine = await packagedEngine();
  const result = await train(recipe, { engine }).catch((error: unknown) => {
    // The engine was loaded, so an EngineError is about this recipe on this data.
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
    const reason = asked === 0 ? 'Nothing to train.' : 'Name only one recipe or preset.';
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

function divergence({ batches }: TrainResult): string {
  return `Training diverged after ${batches} batches: a loss or a parameter was no longer a finite number. The result holds the last finite parameters; a smaller optimiser.learningRate may help.\n`;
}
