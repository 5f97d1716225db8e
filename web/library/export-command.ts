/** The answers of `minifactory export` to its arguments, without printing. */
import { parseArgs } from 'node:util';
import type { Recipe } from '../recipe/schema';
import { type Answer, answered, InputError, printed } from './answer';
import { FORMATS, type Format } from './export-formats';
import { writeContent } from './files';
import { presetList, presetRecipe, recipeIn } from './recipe-argument';

const USAGE = `Exports a recipe: as it is, as a program that trains it without Minifactory, or as the result of training it.

  minifactory export numpy recipe.json   as a Python program with NumPy; - reads standard input
  minifactory export notebook …          as a Jupyter notebook with NumPy
  minifactory export pytorch …           as a Python program with PyTorch
  minifactory export onnx … --out FILE   trains it to its end and writes a model that predicts from raw features
  minifactory export model …             the same as JSON, which the page can open (docs/model.md)
  minifactory export csv …               trains it to its end and writes its losses as a table
  minifactory export recipe …            the recipe as JSON with every default filled in
  minifactory export … --preset NAME     one of the course's recipes instead of a file
  minifactory export --list              lists the presets
  minifactory export --help              prints this text

  -o, --out FILE               writes to a file instead of printing
  --distributed                a PyTorch program for any device and number of processes
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
  const [format, ...files] = positionals;
  const { list, help, out: file, distributed = false, float32 = false, predictions = false } = values;
  if (help) return printed(USAGE);
  if (list) return printed(presetList());
  if (!isFormat(format)) throw misused(`Name the format: ${Object.keys(FORMATS).join(', ')}.`);
  if (distributed && format !== 'pytorch') throw misused('--distributed is for PyTorch programs.');
  if (float32 && format !== 'onnx') throw misused('--float32 is for ONNX models; programs compute in float64.');
  if (predictions && format !== 'csv') throw misused('--predictions is for CSV.');
  if (format === 'onnx' && file === undefined) throw misused('An ONNX model cannot be printed; add --out FILE.');
  const recipe = await recipeAsked(values, files);
  const { content, complaint } = await FORMATS[format](recipe, { distributed, float32, predictions });
  if (file !== undefined) await writeContent(file, content);
  return {
    output: file === undefined && typeof content === 'string' ? content : '',
    complaint: complaint === '' ? '' : `${complaint}\n`,
    exitCode: complaint === '' ? 0 : 1,
  };
}

interface Source {
  readonly preset?: string | undefined;
  /** Another way to name the file. */
  readonly recipe?: string | undefined;
}

function isFormat(name: string | undefined): name is Format {
  return name !== undefined && Object.hasOwn(FORMATS, name);
}

async function recipeAsked({ preset, recipe }: Source, positionals: readonly string[]): Promise<Recipe> {
  const files = recipe === undefined ? positionals : [...positionals, recipe];
  if (files.length + (preset === undefined ? 0 : 1) > 1) throw misused('Name only one recipe or preset.');
  if (preset !== undefined) return presetRecipe(preset);
  if (files[0] !== undefined) return recipeIn(files[0]);
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
        distributed: { type: 'boolean' },
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
