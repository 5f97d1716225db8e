/** The command `minifactory`: trains and exports. */
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { EngineError } from '../engine/engine-error';
import { tidyJson } from '../recipe/tidy-json';
import { type Answer, answered, InputError, printed, respond } from './answer';
import { exportCommand } from './export-command';
import { packagedEngine } from './packaged-engine';
import { presetList, presetRecipe, recipeIn } from './recipe-argument';
import { train } from './train';
import type { TrainResult } from './train-result';

const USAGE = `Trains a recipe and prints the result as JSON, or exports it.

  minifactory recipe.json       trains the recipe in a file
  minifactory -                 trains the recipe on standard input
  minifactory --preset NAME     trains one of the course's recipes
  minifactory --list            lists their names
  minifactory export FORMAT …   exports a recipe; \`minifactory export --help\` lists the formats
  minifactory --version         prints the version
  minifactory --help            prints this text
`;

/** Answers the arguments on standard output and standard error. */
export async function runCommand(args: readonly string[]): Promise<void> {
  await respond(await command(args));
}

/** The answer to the arguments, without printing. */
export function command([first, ...rest]: readonly string[]): Promise<Answer> {
  if (first === 'export') return exportCommand(rest);
  if (first === 'train') return answered(() => answer(rest));
  return answered(() => answer(first === undefined ? [] : [first, ...rest]));
}

async function answer(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = parsed(args);
  if (values.help) return printed(USAGE);
  if (values.version) return printed(`${version}\n`);
  if (values.list) return printed(presetList());
  const recipe = await recipeAsked(values.preset, positionals);
  const engine = await packagedEngine();
  const result = await train(recipe, { engine }).catch((error: unknown) => {
    // The engine was loaded, so an EngineError is about this recipe on this data.
    throw error instanceof EngineError ? new InputError(error.message) : error;
  });
  const diverged = result.status === 'diverged';
  return { output: tidyJson(result), complaint: diverged ? divergence(result) : '', exitCode: diverged ? 1 : 0 };
}

function recipeAsked(preset: string | undefined, files: readonly string[]) {
  const [file = ''] = files;
  const asked = files.length + (preset === undefined ? 0 : 1);
  if (asked === 0) throw misused('Nothing to train.');
  if (asked > 1) throw misused('Name only one recipe or preset.');
  return preset === undefined ? recipeIn(file) : presetRecipe(preset);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        list: { type: 'boolean' },
        version: { type: 'boolean', short: 'v' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}

function misused(reason: string): InputError {
  return new InputError(`${reason}\n\n${USAGE.trimEnd()}`);
}

function divergence({ batches }: TrainResult): string {
  return `Training diverged after ${batches} batches: a loss or a parameter was no longer a finite number. The result holds the last finite parameters; a smaller optimiser.learningRate may help.\n`;
}
