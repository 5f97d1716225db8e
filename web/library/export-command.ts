/** What `npm run export` answers to its arguments, apart from how a process prints and ends. */
import { parseArgs } from 'node:util';
import { datasetNamed } from '../datasets/datasets';
import { numpyScript } from '../export/numpy-script';
import type { Recipe } from '../recipe/schema';
import { type Answer, answered, InputError } from './answer';
import { presetList, presetRecipe, recipeIn } from './recipe-argument';
import { writeText } from './write-text';

const USAGE = `Writes a recipe out as a program that trains it without Minifactory.

  export numpy --preset NAME   one of the course's recipes, as Python with NumPy
  export numpy --recipe FILE   the recipe in a file, or - for standard input
  export --list                the presets' names
  export --help                this text

  -o FILE                      writes the program to a file instead of printing it
`;

function misused(reason: string): InputError {
  return new InputError(`${reason}\n\n${USAGE.trimEnd()}`);
}

export function exportCommand(args: readonly string[]): Promise<Answer> {
  return answered(() => answer(args));
}

async function answer(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = parsed(args);
  const { list, help, output: file } = values;
  if (help) return printed(USAGE);
  if (list) return printed(presetList());
  const recipe = await recipeAsked(positionals, values);
  const script = numpyScript(recipe, datasetNamed(recipe.data.source));
  if (file === undefined) return printed(script);
  await writeText(file, script);
  return printed('');
}

function printed(output: string): Answer {
  return { output, complaint: '', exitCode: 0 };
}

interface Source {
  readonly preset?: string | undefined;
  readonly recipe?: string | undefined;
}

async function recipeAsked([language, ...rest]: readonly string[], { preset, recipe }: Source): Promise<Recipe> {
  if (language !== 'numpy') throw misused('Say which program: numpy.');
  if (rest.length > 0) throw misused('The file of a recipe goes after --recipe.');
  if (preset !== undefined && recipe !== undefined)
    throw misused('Only one recipe or preset can be exported at a time.');
  if (preset !== undefined) return presetRecipe(preset);
  if (recipe !== undefined) return recipeIn(recipe);
  throw misused('Nothing to export.');
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        recipe: { type: 'string' },
        output: { type: 'string', short: 'o' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}
