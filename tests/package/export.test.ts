/** `minifactory export` as built. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BOSTON_AS_FIRST_PRINTED } from '../../web/datasets/boston';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import ledger from '../golden/ledger.json';
import { predicted, rawFeatures } from '../web/export-onnx';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
afterAll(() => rmSync(folder, { recursive: true }));

function command(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['lib/cli.js', ...args], {
    input,
    encoding: 'utf8',
  });
  return { output: stdout, complaint: stderr, exitCode: status };
}

describe('an exported ONNX model', () => {
  it('is trained to the numbers the course prints', async () => {
    const file = join(folder, 'model.onnx');
    expect(command(['export', 'onnx', '--preset', 'chapter-3-two-hidden', '--out', file])).toEqual({
      output: '',
      complaint: '',
      exitCode: 0,
    });

    const { recipe } = presetNamed('chapter-3-two-hidden') as { recipe: Recipe };
    const features = rawFeatures(recipe, BOSTON_AS_FIRST_PRINTED);
    const predictions = await predicted(readFileSync(file), features, 'float64');
    const { output } = command(['--preset', 'chapter-3-two-hidden']);
    const test: readonly { row: number; actual: number }[] = JSON.parse(output).predictions;
    const squares = test.map(({ row, actual }) => ((predictions[row] as number) - actual) ** 2);
    const rmse = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
    expect(rmse).toBeCloseTo(ledger.find(({ id }) => id === 'ch3.two-hidden.rmse')?.reference ?? Number.NaN, 9);
  });

  it('of a run that diverges is also written, with a note', () => {
    const file = join(folder, 'diverged.onnx');
    const input = JSON.stringify({ optimiser: { learningRate: 90 } });
    const { complaint, exitCode } = command(['export', 'onnx', '--recipe', '-', '-o', file], input);
    expect(complaint).toContain('Training diverged after');
    expect(exitCode).toBe(1);
    expect(readFileSync(file).length).toBeGreaterThan(100);
  });
});

describe('exported JSON and CSV', () => {
  it.each([
    [[], 'The table ends there;'],
    [['--predictions'], 'The predictions are those of the last finite parameters;'],
  ])('say what a table %j holds of a run that diverges', (options, sentence) => {
    const input = JSON.stringify({ optimiser: { learningRate: 90 } });
    const { output, complaint, exitCode } = command(['export', 'csv', '--recipe', '-', ...options], input);
    expect(output).toMatch(/^(epoch|row),/);
    expect(complaint).toContain(sentence);
    expect(exitCode).toBe(1);
  });

  it('are of the run that is trained without a page', () => {
    const preset = ['--preset', 'chapter-3-linear'];
    const result = JSON.parse(command(preset).output);
    const model = JSON.parse(command(['export', 'model', ...preset]).output);
    expect(model.layers[0].weights).toEqual(result.parameters.W1.values);
    const lines = (text: string) => text.trimEnd().split('\n').slice(1);
    const losses = lines(command(['export', 'csv', ...preset]).output).map((line) => Number(line.split(',').at(-1)));
    expect(losses).toEqual(result.losses.map(({ test }: { test: number }) => test));
    const predictions = lines(command(['export', 'csv', '--predictions', ...preset]).output);
    expect(predictions.map((line) => Number(line.split(',')[2]))).toEqual(
      result.predictions.map(({ predicted: value }: { predicted: number }) => value),
    );
  });
});
