/** The exported notebook is one that Jupyter can open, and its cells train as the engine does. */
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { numpyNotebook } from '../../web/export/numpy-notebook';
import { trainToEnd } from '../../web/library/train-to-end';
import { PRESETS } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE } from '../engine/small-run';
import { epochs, LINEAR, PARAMETER_OVERFLOW } from './export-cases';
import { expectSameRun, python, type ScriptResult } from './export-python';
import { HOSTILE_NAMES } from './hostile-names';

const engine = await readEngine();
const TIMEOUT = 120_000;

interface Cell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: readonly string[];
}

const notebookOf = (text: string): { cells: Cell[] } & Record<string, unknown> => JSON.parse(text);

/** Runs the code cells in their order in one namespace, as a kernel does, then prints what is in it as JSON. */
const KERNEL = `
import contextlib, io, json, sys
import numpy as np

notebook, namespace, printed = json.load(sys.stdin), {"__name__": "__main__"}, io.StringIO()
with contextlib.redirect_stdout(printed):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), cell["id"], "exec"), namespace)

def finite(numbers):
    return {name: number if np.isfinite(number) else None for name, number in numbers.items()}

learning = zip(namespace["names"], namespace["network"].learning)
print(json.dumps({
    "printed": printed.getvalue(),
    "status": namespace["status"],
    "epochs": namespace["epoch"],
    "batches": namespace["batch"],
    "evaluations": [finite(each) for each in namespace["evaluations"]],
    "metrics": {name: finite(each) for name, each in namespace["results"].items()},
    "parameters": {
        name: {"shape": each.parameter.shape, "values": each.parameter.tolist()} for name, each in learning
    },
}))
`;

function run(text: string): ScriptResult & { printed: string } {
  const { output, complaint } = python(['-c', KERNEL], text);
  expect(complaint).toBe('');
  return JSON.parse(output);
}

describe.each(PRESETS.map(({ id, recipe }) => [id, recipe] as const))('the notebook of %s', (_, recipe) => {
  const dataset = datasetNamed(recipe.data.source);
  const text = numpyNotebook(recipe, dataset);

  it('has what nbformat 4.5 asks for', () => {
    const { cells, ...rest } = notebookOf(text);
    expect(rest).toEqual({
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    });
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    for (const { cell_type: kind, id, source, ...more } of cells) {
      expect(id).toMatch(/^[\w-]{1,64}$/);
      expect(more).toEqual(kind === 'code' ? { metadata: {}, execution_count: null, outputs: [] } : { metadata: {} });
      expect(source.slice(0, -1).filter((line) => !/^[^\n]*\n$/.test(line))).toEqual([]);
      expect(source.at(-1)).toMatch(/^[^\n]+$/);
    }
  });

  it('has a cell of text above each part', () => {
    const { cells } = notebookOf(text);
    const titles = cells.filter(({ cell_type: kind }) => kind === 'markdown').map(({ source }) => source.join(''));
    expect(titles[0]).toMatch(/^# \w/);
    expect(titles.slice(1)).toContain('## The data');
    expect(titles.slice(1)).toContain('## Training');
    expect(titles.at(-1)).toBe('## The report');
    expect(cells.at(-1)?.cell_type).toBe('code');
    expect(text).not.toContain('argparse');
    expect(text).not.toContain('arguments.');
  });

  it(
    'trains as the engine does, and prints the report',
    () => {
      const result = run(text);
      const expected = trainToEnd(engine, recipe, dataset);
      expectSameRun(result, expected);
      expect(result.printed).toContain(`Status: ${expected.status} after ${expected.epochs} epochs`);
    },
    TIMEOUT,
  );
});

it(
  'the notebook of a run that diverges says so and goes on',
  () => {
    const result = run(numpyNotebook(...PARAMETER_OVERFLOW));
    expectSameRun(result, trainToEnd(engine, ...PARAMETER_OVERFLOW));
    expect(result.printed).toContain('Training diverged after 0 batches: ');
  },
  TIMEOUT,
);

it(
  'hostile names stay data in a notebook',
  () => {
    const plain = smallRecipe({ layers: [LINEAR], training: { stopAfter: epochs(1) } });
    const expected = trainToEnd(engine, plain, TABLE);
    // Each name runs in the NumPy program already; here it must not leave the cell of text or break the JSON.
    for (const name of HOSTILE_NAMES) {
      const recipe: Recipe = { ...plain, name };
      const { cells } = notebookOf(numpyNotebook(recipe, { ...TABLE, title: name }));
      const [first] = cells;
      expect(first?.source, JSON.stringify(name)).toHaveLength(3);
      expect(first?.source.join(''), JSON.stringify(name)).not.toMatch(/(?<!\\)[<`[\]$]/);
    }
    const longest = HOSTILE_NAMES.toSorted((a, b) => b.length - a.length)[0] ?? '';
    expectSameRun(run(numpyNotebook({ ...plain, name: longest }, { ...TABLE, title: longest })), expected);
  },
  TIMEOUT,
);
