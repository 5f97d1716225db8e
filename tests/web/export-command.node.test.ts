import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { numpyNotebook } from '../../web/export/numpy-notebook';
import { numpyScript } from '../../web/export/numpy-script';
import { pytorchScript } from '../../web/export/pytorch-script';
import { exportCommand } from '../../web/library/export-command';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const { recipe } = presetNamed('chapter-3-linear') as { recipe: Recipe };
const script = numpyScript(recipe, datasetNamed(recipe.data.source));
const done = (output: string) => ({ output, complaint: '', exitCode: 0 });

describe('the export command', () => {
  it('prints a preset as a program', async () => {
    expect(await exportCommand(['numpy', '--preset', 'chapter-3-linear'])).toEqual(done(script));
  });

  it('prints the recipe in a file as a program', async () => {
    const path = file('recipe.json', JSON.stringify(recipe));
    expect(await exportCommand(['numpy', path])).toEqual(done(script));
    expect(await exportCommand(['numpy', '--recipe', path])).toEqual(done(script));
  });

  it.each(['-o', '--out'])('writes the program to a file with %s', async (option) => {
    const path = join(folder, `network${option}.py`);
    expect(await exportCommand(['numpy', '--preset', 'chapter-3-linear', option, path])).toEqual(done(''));
    expect(readFileSync(path, 'utf8')).toBe(script);
  });

  it('prints a preset as a recipe, with every default', async () => {
    const { output } = await exportCommand(['recipe', '--preset', 'chapter-3-linear']);
    expect(JSON.parse(output)).toEqual(recipe);
  });

  it('prints a preset as a notebook', async () => {
    const expected = numpyNotebook(recipe, datasetNamed(recipe.data.source));
    expect(await exportCommand(['notebook', '--preset', 'chapter-3-linear'])).toEqual(done(expected));
  });

  it('prints a preset as a PyTorch program', async () => {
    const expected = pytorchScript(recipe, datasetNamed(recipe.data.source));
    expect(await exportCommand(['pytorch', '--preset', 'chapter-3-linear'])).toEqual(done(expected));
    const distributed = pytorchScript(recipe, datasetNamed(recipe.data.source), { distributed: true });
    expect(await exportCommand(['pytorch', '--distributed', '--preset', 'chapter-3-linear'])).toEqual(
      done(distributed),
    );
  });

  it('says when the program cannot be written, and ends with 1', async () => {
    const { output, complaint, exitCode } = await exportCommand([
      'numpy',
      '--preset',
      'chapter-3-linear',
      '-o',
      folder,
    ]);
    expect({ output, complaint, exitCode }).toEqual({
      output: '',
      complaint: `${folder} cannot be written: it is a folder.\n`,
      exitCode: 1,
    });
  });

  it('lists the presets and says how it is used', async () => {
    const { output } = await exportCommand(['--list']);
    expect(output.match(/^\S+/gm)).toEqual(PRESETS.map(({ id }) => id));
    expect((await exportCommand(['--help'])).output).toContain('minifactory export numpy recipe.json');
  });

  it.each([
    [[], 'Name the format: recipe, csv, model, numpy, notebook, pytorch, onnx.'],
    [
      ['tensorflow', '--preset', 'chapter-3-linear'],
      'Name the format: recipe, csv, model, numpy, notebook, pytorch, onnx.',
    ],
    [
      ['constructor', '--preset', 'chapter-3-linear'],
      'Name the format: recipe, csv, model, numpy, notebook, pytorch, onnx.',
    ],
    [['onnx', '--preset', 'chapter-3-linear'], 'add --out FILE'],
    [['numpy', '--preset', 'chapter-3-linear', '--float32'], '--float32 is for ONNX models'],
    [['numpy', '--preset', 'chapter-3-linear', '--distributed'], '--distributed is for PyTorch programs'],
    [['model', '--preset', 'chapter-3-linear', '--predictions'], '--predictions is for CSV'],
    [['numpy', 'a.json', 'b.json'], 'Name only one'],
    [['numpy', 'a.json', '--recipe', 'b.json'], 'Name only one'],
    [['numpy', join(folder, 'missing.json')], 'missing.json cannot be read: there is no such file.'],
    [['numpy'], 'Nothing to export.'],
    [['numpy', '--preset', 'chapter-3-linear', '--recipe', '-'], 'Name only one'],
    [['numpy', '--zebra'], '--zebra'],
    [['numpy', '--preset', 'chapter-3-lineal'], 'did you mean chapter-3-linear?'],
    [['numpy', '--recipe', join(folder, 'missing.json')], 'missing.json cannot be read: there is no such file.'],
    [['numpy', '--recipe', file('text.json', 'layers: 3')], 'The recipe is not JSON: at line 1, column 1,'],
    [
      ['numpy', '--recipe', file('model.json', '{"format": "minifactory-model", "version": 1}')],
      'model.json is a trained model, but this command needs a recipe',
    ],
    [
      ['numpy', '--recipe', file('wrong.json', '{"layers": [{"units": 300}], "optimiser": {"learningRate": 0}}')],
      'layers[0].units is 300; it must be a whole number from 1 to 256.\noptimiser.learningRate is 0;',
    ],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const { output, complaint, exitCode } = await exportCommand(args);
    expect(complaint).toContain(sentence);
    expect(complaint).toMatch(/[^\n]\n$/);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 2 });
  });
});
