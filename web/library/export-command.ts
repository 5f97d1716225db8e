/** The answers of `npm run export` to its arguments, without printing. */
import { parseArgs } from 'node:util';
import type { Recipe } from '../recipe/schema';
import { type Answer, answered, InputError } from './answer';
import { FORMATS, type Format } from './export-formats';
import { writeContent } from './files';
import { presetList, presetRecipe, recipeIn } from './recipe-argument';

const USAGE = `Exports a recipe: as it is, as a program that trains it without Minifactory, or as the result of training it.

  export numpy --preset NAME   a preset as a Python program with NumPy
  export pytorch …             as a Python program with PyTorch, for any device and number of processes
  export onnx … --out FILE     trains it to its end and writes a model that predicts from raw features
  export model …               the same as JSON, which the page can open (docs/model.md)
  export csv …                 trains it to its end and writes its losses as a table
  export recipe …              the recipe as JSON with every default filled in
  export … --recipe FILE       the recipe in a file, or - for standard input
  export --list                lists the presets
  export --help                this text

  -o, --out FILE               writes to a file instead of printing
  --float32                    an ONNX model for runtimes without float64
  --predictions                writes the predictions for the test rows instead of losses
`;

function misused(reason: string): InputError {
  return new InputError(`${reason}\n\n${USAGE.trimEnd()}`);
}

export function exportCommand(args: readonly string[]): Promise<Answer> {
  return answered(() => answer(args));
}

async function answer(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = parsed(args);
  const { list, help, out: file, float32 = false, predictions = false } = values;
  if (help) return printed(USAGE);
  if (list) return printed(presetList());
  const format = formatAsked(positionals);
  if (float32 && format !== 'onnx') throw misused('--float32 is for ONNX models; programs compute in float64.');
  if (predictions && format !== 'csv') throw misused('--predictions is for CSV.');
  if (format === 'onnx' && file === undefined) throw misused('An ONNX model cannot be printed; add --out FILE.');
  const recipe = await recipeAsked(values);
  const { content, complaint } = await FORMATS[format](recipe, { float32, predictions });
  if (file !== undefined) await writeContent(file, content);
  return {
    output: file === undefined && typeof content === 'string' ? content : '',
    complaint: complaint === '' ? '' : `${complaint}\n`,
    exitCode: complaint === '' ? 0 : 1,
  };
}

function printed(output: string): Answer {
  return { output, complaint: '', exitCode: 0 };
}

interface Source {
  readonly preset?: string | undefined;
  readonly recipe?: string | undefined;
}

function formatAsked([format = '', ...rest]: readonly string[]): Format {
  if (!isFormat(format)) throw misused(`Name the format: ${Object.keys(FORMATS).join(', ')}.`);
  if (rest.length > 0) throw misused('The file of a recipe goes after --recipe.');
  return format;
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

async function recipeAsked({ preset, recipe }: Source): Promise<Recipe> {
  if (preset !== undefined && recipe !== undefined) throw misused('Name only one recipe or preset.');
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
        out: { type: 'string', short: 'o' },
        float32: { type: 'boolean' },
        predictions: { type: 'boolean' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}
