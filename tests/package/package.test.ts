import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainResult } from '../../web/library/train-result';
import ledger from '../golden/ledger.json';
import { InstalledPackage } from './installed';

const printed = (id: string) => ledger.find((row) => row.id === id)?.reference ?? Number.NaN;

let installed: InstalledPackage;
beforeAll(() => {
  installed = new InstalledPackage();
});
afterAll(() => installed.remove());

describe('the files', () => {
  const names = () => readdirSync(installed.folder, { recursive: true, encoding: 'utf8' });

  it('are those needed for training and for the docs, and no others', () => {
    const tops = new Set(names().map((name) => name.split('/')[0]));
    expect([...tops].sort()).toEqual(['LICENSE', 'README.md', 'docs', 'lib', 'package.json']);
    expect(names()).toEqual(
      expect.arrayContaining([
        'lib/index.js',
        'lib/cli.js',
        'lib/minifactory.wasm',
        'lib/recipe.schema.json',
        'lib/index.d.ts',
        'lib/element.js',
        'lib/mini-factory-packed.js',
        'docs/library.md',
      ]),
    );
    expect(names()).not.toContain('lib/ledger.js');
  });

  it('bring the licences of all parts', () => {
    const text = readFileSync(join(installed.folder, 'lib/licences.txt'), 'utf8');
    for (const name of ['Minifactory', 'Eigen', 'musl', 'Boston housing data', 'valibot']) {
      expect(text).toMatch(new RegExp(`^${name}`, 'm'));
    }
  });

  it('contain no second copy of the engine, except in the element, and no paths of the build machine', () => {
    for (const name of names().filter((file) => /\.(js|ts|json)$/.test(file))) {
      const text = readFileSync(join(installed.folder, name), 'utf8');
      if (name !== 'lib/mini-factory-packed.js') expect(text, name).not.toContain('AGFzbQ');
      expect(text, name).not.toContain(resolve('.'));
    }
  });
});

describe('the module', () => {
  it('trains a recipe', () => {
    installed.write(
      'train.js',
      `import { presetNamed, train } from 'minifactory';
       const { recipe } = presetNamed('chapter-3-one-hidden');
       console.log(JSON.stringify(await train(recipe)));`,
    );
    const { output, complaint } = installed.module('train.js');
    expect(complaint).toBe('');
    const result: TrainResult = JSON.parse(output);
    expect(result.metrics.test.rmse).toBeCloseTo(printed('ch3.one-hidden.rmse'), 9);
    expect(result.evaluations.map(({ epoch }) => epoch)).toEqual([10, 20, 30, 40, 50]);
  });

  it('refuses a recipe that is not right, field by field', () => {
    installed.write(
      'refuse.js',
      `import { RecipeError, train } from 'minifactory';
       try { await train({ layers: [{ units: 300 }] }); }
       catch (error) { console.log(error instanceof RecipeError, JSON.stringify(error.problems)); }`,
    );
    expect(installed.module('refuse.js').output).toBe(
      'true [{"path":"layers[0].units","sentence":"layers[0].units is 300; it must be a whole number from 1 to 256."}]\n',
    );
  });

  it('can be handed its engine, from the file the package exports', () => {
    installed.write(
      'engine.js',
      `import { readFile } from 'node:fs/promises';
       import { fileURLToPath } from 'node:url';
       import { loadEngine, train } from 'minifactory';
       const wasmBinary = await readFile(fileURLToPath(import.meta.resolve('minifactory/minifactory.wasm')));
       const engine = await loadEngine({ wasmBinary });
       const { status } = await train({ training: { stopAfter: { count: 1 } } }, { engine });
       console.log(status);`,
    );
    expect(installed.module('engine.js')).toEqual({ output: 'finished\n', complaint: '', exitCode: 0 });
  });

  it('writes a recipe out as a NumPy program', () => {
    installed.write(
      'export.js',
      `import { datasetNamed, numpyScript, presetNamed } from 'minifactory';
       const { recipe } = presetNamed('chapter-3-linear');
       console.log(numpyScript(recipe, datasetNamed(recipe.data.source)));`,
    );
    const { output, complaint } = installed.module('export.js');
    expect(complaint).toBe('');
    expect(output).toMatch(/^"""Chapter 3: linear model, written out in NumPy\.\n/);
  });

  const TYPED = `import { parseRecipe, train, type CoreFunctions, type Engine, type Recipe, type TrainResult } from 'minifactory';
    const result: TrainResult = await train({ layers: [{ units: 4, activation: 'tanh' }, { units: 1, activation: 'linear' }] });
    export const weight: number | undefined = result.parameters['W1']?.values[0]?.[0];
    const parsed = parseRecipe({});
    export const recipe: Recipe | null = parsed.ok ? parsed.recipe : null;
    export type Parts = [Engine, CoreFunctions];
    // @ts-expect-error There is no such field.
    await train({ layer: [] });
    // @ts-expect-error There is no such activation.
    await train({ layers: [{ units: 1, activation: 'sigmod' }] });`;

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const)('brings its types to a project with module %s and resolution %s', (module, resolution) => {
    installed.write('typed.ts', TYPED);
    expect(installed.typeCheck('typed.ts', module, resolution)).toBe('');
  });

  it('brings types that need no types of a browser', () => {
    installed.add('@types/node', 'undici-types');
    installed.write('typed.ts', TYPED);
    const onlyNode = ['--lib', 'es2022', '--types', 'node'];
    expect(installed.typeCheck('typed.ts', 'nodenext', 'nodenext', onlyNode)).toBe('');
  });
});

describe('the element', () => {
  it('can be imported where there are no elements', () => {
    installed.write(
      'server.js',
      `import 'minifactory/element'; import 'minifactory/element/react'; console.log('done');`,
    );
    expect(installed.module('server.js')).toEqual({ output: 'done\n', complaint: '', exitCode: 0 });
  });

  it('has its types', () => {
    installed.write(
      'element.ts',
      `import 'minifactory/element';
       const element = document.createElement('mini-factory');
       element.recipe = { layers: [] };
       element.addEventListener('minifactory-finished', ({ detail }) => detail.metrics.test.rmse.toFixed());
       export const state: Promise<{ readonly version: 1 }> = element.run().then(() => element.getState());
       // @ts-expect-error There is no such method.
       element.start();`,
    );
    expect(installed.typeCheck('element.ts', 'esnext', 'bundler')).toBe('');
  });

  it('has its types in React', () => {
    installed.add('@types/react', 'csstype');
    installed.write(
      'react.tsx',
      `/** @jsxImportSource react */
       import { useRef } from 'react';
       import 'minifactory/element/react';
       import type { MiniFactoryElement } from 'minifactory/element';
       export function Loss() {
         const element = useRef<MiniFactoryElement>(null);
         return <mini-factory ref={element} part="loss" recipe={{ layers: [] }} className="wide"
           onminifactory-finished={({ detail }) => detail.metrics.test.rmse} />;
       }
       // @ts-expect-error There is no such element.
       export const other = <maxi-factory />;`,
    );
    expect(installed.typeCheck('react.tsx', 'esnext', 'bundler')).toBe('');
  });
});

describe('the command', () => {
  it('exports, too', () => {
    const { output, complaint, exitCode } = installed.command(['export', 'numpy', '--preset', 'chapter-3-linear']);
    expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
    expect(output).toMatch(/^"""Chapter 3: linear model, written out in NumPy\.\n/);
  });

  it('says in an older Node what it needs', () => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`;
    const { output, complaint, exitCode } = installed.command(['--version'], '', [
      `--import=data:text/javascript,${older}`,
    ]);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
    expect(complaint).toMatch(/^This is Node 18\.20\.4; minifactory needs 20\.19 or later\. .*\n$/);
    // An import at the top would be read first, and might fail there.
    expect(readFileSync(join(installed.folder, 'lib/cli.js'), 'utf8')).not.toMatch(/^import /m);
  });

  it('prints a preset’s result as JSON', () => {
    const { output, complaint, exitCode } = installed.command(['--preset', 'chapter-3-two-hidden']);
    expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
    const result: TrainResult = JSON.parse(output);
    expect(result.status).toBe('finished');
    expect(result.epochs).toBe(50);
    expect(result.losses).toHaveLength(51);
    expect(result.evaluations[4]?.loss).toBeCloseTo(printed('ch3.two-hidden.epoch50'), 9);
    expect(result.metrics.test.mae).toBeCloseTo(printed('ch3.two-hidden.mae'), 9);
    expect(result.baselines.leastSquares.test.rmse).toBeCloseTo(printed('ch2.exact.rmse'), 9);
    const shapes = Object.entries(result.parameters).map(([name, { shape }]) => [name, ...shape]);
    expect(shapes).toEqual([
      ['W1', 13, 13],
      ['B1', 1, 13],
      ['W2', 13, 13],
      ['B2', 1, 13],
      ['W3', 13, 1],
      ['B3', 1, 1],
    ]);
    expect(result.parameters.W1?.values.map((row) => row.length)).toEqual(Array(13).fill(13));
    // The metrics follow from the predictions.
    const errors = result.predictions.map(({ actual, predicted }) => Math.abs(actual - predicted));
    expect(errors).toHaveLength(152);
    expect(errors.reduce((sum, error) => sum + error) / 152).toBeCloseTo(result.metrics.test.mae, 12);
  });

  it('prints the same twice', () => {
    const args = ['--preset', 'careful-two-hidden'];
    expect(installed.command(args).output).toBe(installed.command(args).output);
  });

  it('reads a recipe from a file and from standard input', () => {
    const recipe =
      '{ "layers": [{ "units": 1, "activation": "linear" }], "training": { "stopAfter": { "count": 2 } } }';
    installed.write('recipe.json', recipe);
    const fromFile = installed.command(['recipe.json']);
    expect(fromFile.exitCode).toBe(0);
    expect(JSON.parse(fromFile.output)).toMatchObject({ status: 'finished', epochs: 2 });
    expect(installed.command(['-'], recipe)).toEqual(fromFile);
  });

  it('reports the mistakes of a recipe, and exits with 2', () => {
    const { output, complaint, exitCode } = installed.command(['-'], '{ "optimiser": { "learningRate": 0 } }');
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 2 });
    expect(complaint).toBe('optimiser.learningRate is 0; it must be a number from 1e-9 to 100.\n');
  });

  it('says which column cannot be scaled, and ends with 2', () => {
    const recipe = {
      data: { features: ['CHAS'] },
      split: { testFraction: 0.9, validationFraction: 0.09 },
      training: { batchSize: 1 },
    };
    const { complaint, exitCode } = installed.command(['-'], JSON.stringify(recipe));
    expect(complaint).toContain('CHAS');
    expect(exitCode).toBe(2);
  });

  it('prints the results of a run up to its divergence, reports that, and exits with 1', () => {
    const { output, complaint, exitCode } = installed.command(['-'], '{ "optimiser": { "learningRate": 100 } }');
    const result: TrainResult = JSON.parse(output);
    expect(result.status).toBe('diverged');
    expect(Object.values(result.parameters).flatMap(({ values }) => values.flat())).not.toContain(null);
    expect(complaint).toMatch(new RegExp(`^Training diverged after ${result.batches} batches: .*\n$`));
    expect(exitCode).toBe(1);
  });

  it('reports a missing engine, and exits with 1', () => {
    const file = join(installed.folder, 'lib/minifactory.wasm');
    renameSync(file, `${file}.away`);
    const { output, complaint, exitCode } = installed.command(['--preset', 'chapter-3-linear']);
    renameSync(`${file}.away`, file);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
    expect(complaint).toMatch(/^The training engine could not be read: .*Install the package again\.\n$/);
  });
});
