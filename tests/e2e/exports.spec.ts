/** The files of the export panel contain what the page trained. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { findPython } from '../../scripts/lib/find.mjs';
import ledger from '../golden/ledger.json' with { type: 'json' };
import { expect, type Page, TrainPage, test } from './minifactory';

env.wasm.numThreads = 1;

const RMSE = ledger.find(({ id }) => id === 'ch3.one-hidden.rmse')?.reference ?? Number.NaN;

async function saved(page: Page, button: string): Promise<{ name: string; path: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await coming;
  const name = download.suggestedFilename();
  await expect(page.getByText(`Saved as ${name}.`)).toBeVisible();
  return { name, path: await download.path() };
}

interface Report {
  readonly metrics: Readonly<Record<'training' | 'test', { rows: number; mse: number; rmse: number }>>;
}

function reported(path: string): Report {
  const { stdout, stderr } = spawnSync(findPython() ?? 'python3', [path, '--json'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Features (rows, 13) and targets (rows, 1) of every row, as a program uses them. */
function table(program: string): { features: number[]; targets: number[]; rows: number } {
  const columns = [...program.matchAll(/^ {4}"\w+": "([^"]+)",$/gm)].map(([, numbers = '']) =>
    numbers.split(' ').map(Number),
  );
  const targets = columns.pop() ?? [];
  return {
    features: targets.flatMap((_, row) => columns.map((column) => column[row] ?? 0)),
    targets,
    rows: targets.length,
  };
}

test('programs and models of a recipe give the numbers of the page', async ({ page }) => {
  test.slow();
  const view = new TrainPage(page);
  await view.open();
  await view.train.click();
  await expect(view.notes).toContainText('Training finished');
  await page.getByRole('link', { name: 'Recipe' }).click();

  const numpy = await saved(page, 'NumPy program');
  expect(numpy.name).toBe('chapter-3-one-hidden-layer-numpy.py');
  const { metrics } = reported(numpy.path);
  expect(metrics.test.rmse).toBeCloseTo(RMSE, 9);

  const notebook = await saved(page, 'Notebook');
  expect(notebook.name).toBe('chapter-3-one-hidden-layer.ipynb');
  expect(JSON.parse(readFileSync(notebook.path, 'utf8'))).toMatchObject({ nbformat: 4 });

  const pytorch = await saved(page, 'PyTorch program');
  expect(pytorch.name).toBe('chapter-3-one-hidden-layer-pytorch.py');
  expect(reported(pytorch.path).metrics.test.rmse).toBeCloseTo(RMSE, 9);
  expect(readFileSync(pytorch.path, 'utf8')).toContain('DataLoader(');
  await page.getByRole('checkbox', { name: 'several processes' }).check();
  const distributed = await saved(page, 'PyTorch program');
  expect(readFileSync(distributed.path, 'utf8')).toContain('DistributedDataParallel(');

  const { features, targets, rows } = table(readFileSync(numpy.path, 'utf8'));
  const squares = metrics.training.rows * metrics.training.mse + metrics.test.rows * metrics.test.mse;
  for (const precision of ['float64', 'float32'] as const) {
    await page.getByRole('combobox', { name: 'Precision' }).selectOption(precision);
    const onnx = await saved(page, 'ONNX model');
    expect(onnx.name).toBe('chapter-3-one-hidden-layer.onnx');
    const session = await InferenceSession.create(readFileSync(onnx.path));
    const input = precision === 'float64' ? Float64Array.from(features) : Float32Array.from(features);
    const { predictions } = await session.run({
      features: new Tensor(precision, input, [rows, features.length / rows]),
    });
    const predicted = predictions?.data ?? [];
    const own = targets.reduce((sum, target, row) => sum + (Number(predicted[row]) - target) ** 2, 0);
    expect(own / squares).toBeCloseTo(1, precision === 'float64' ? 10 : 5);
  }
});

test('a model can be taken before it is trained, a program only of a recipe without problems', async ({ page }) => {
  const view = new TrainPage(page);
  await view.open();
  await new TrainPage(page).unfold('Learning');
  const units = page.getByRole('textbox', { name: 'Train for' });
  await units.fill('0');
  await page.getByRole('link', { name: 'Recipe' }).click();
  await expect(page.getByText('not yet trained')).toBeVisible();
  await expect(page.getByRole('button', { name: 'NumPy program' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'PyTorch program' })).toBeDisabled();
  expect((await saved(page, 'ONNX model')).name).toBe('chapter-3-one-hidden-layer.onnx');
});

test('an export program that failed to load is reported', async ({ page, watch }) => {
  watch.expect('404');
  await new TrainPage(page).open('#recipe');
  await page.route('**/pytorch-script-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('button', { name: 'PyTorch program' }).click();
  await expect(page.getByText('could not be loaded. Check the connection')).toBeVisible();
});
