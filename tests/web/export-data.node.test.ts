/** Exported programs train on a CSV file as the engine trains on the same table. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import { numpyScript } from '../../web/export/numpy-script';
import { pytorchScript } from '../../web/export/pytorch-script';
import { trainToEnd } from '../../web/library/train-to-end';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE } from '../engine/small-run';
import { expectSameRun, python, resultOf } from './export-python';

const engine = await readEngine();
const TIMEOUT = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** As a spreadsheet saves it: another order of the columns, one column more, Windows line ends and a byte order mark. */
function csvOf({ columns, values, rows }: Dataset): string {
  const order = columns.map((_, index) => index).reverse();
  const names = ['note', ...order.map((index) => `"${columns[index]?.name}"`)];
  const lines = Array.from({ length: rows }, (_, row) => [
    `"a, b ${row}"`,
    ...order.map((index) => values[row * columns.length + index]),
  ]);
  return `\ufeff${[names, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/** The first rows of the table. */
const first = (rows: number): Dataset => ({
  ...TABLE,
  rows,
  values: TABLE.values.slice(0, rows * TABLE.columns.length),
});

const RECIPE = smallRecipe({ split: { validationFraction: 0.15 } });

describe.each([
  ['NumPy', numpyScript(RECIPE, TABLE)],
  ['PyTorch', pytorchScript(RECIPE, TABLE)],
  ['distributed PyTorch', pytorchScript(RECIPE, TABLE, { distributed: true })],
])('the %s program with --data', (_, program) => {
  const run = (path: string) => python(['-', '--json', '--data', path], program);

  it(
    'trains on a table of another length as the engine does',
    () => {
      const table = first(37);
      const { result } = resultOf(run(file('table.csv', csvOf(table))));
      expectSameRun(result, trainToEnd(engine, RECIPE, table), 1e-9);
    },
    TIMEOUT,
  );
});

describe('a program with --data', () => {
  // The reading is the same in every program; the one in NumPy starts in less time.
  const run = (path: string) => python(['-', '--json', '--data', path], numpyScript(RECIPE, TABLE));

  const [name = ''] = RECIPE.data.features;
  const text = csvOf(first(20)).slice(1);
  const lines = text.split('\r\n');
  const withCell = (cell: string) => {
    const cells = (lines[5] ?? '').split('","').join('').split(',');
    cells[cells.length - 1 - TABLE.columns.findIndex((column) => column.name === name)] = cell;
    return lines.with(5, cells.join(',')).join('\n');
  };

  it.each([
    ['an empty cell', withCell(''), `line 6: there is no number in column "${name}".`],
    ['a word', withCell('many'), `line 6: there is no number in column "${name}".`],
    ['NaN', withCell('nan'), `line 6: there is no number in column "${name}".`],
    ['no such column', text.replace(`"${name}"`, 'zebra'), `line 2: there is no number in column "${name}".`],
    ['no rows', `${lines[0]}\n`, 'The table has too few rows: all of them are held out.'],
    ['one row', `${lines[0]}\n${lines[1]}\n`, 'The table has too few rows: all of them are held out.'],
    ['no text', '\u0000\ufffe\0', 'too few rows'],
  ])('answers %s with a sentence', (what, content, sentence) => {
    const { output, complaint, exitCode } = run(file(`${what}.csv`, content));
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
    expect(complaint).toContain(sentence);
    expect(complaint).not.toContain('Traceback');
  });

  it('answers a file that does not exist with a sentence', () => {
    const { complaint, exitCode } = run(join(folder, 'missing.csv'));
    expect(exitCode).toBe(1);
    expect(complaint).toContain('missing.csv cannot be read: ');
    expect(complaint).not.toContain('Traceback');
  });
});
