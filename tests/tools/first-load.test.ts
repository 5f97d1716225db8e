import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstLoad } from '../../scripts/lib/first-load.mjs';
import { lessonLoads } from '../../scripts/lib/lesson-load.mjs';

let site = '';
const write = (name: string, text: string) => writeFileSync(join(site, name), text);
const files = () => firstLoad(join(site, 'index.html')).map(({ file }) => file);

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'minifactory-'));
});
afterEach(() => rmSync(site, { recursive: true }));

describe('the first load', () => {
  it('follows scripts, styles, workers and assets, and leaves out what is lazy', () => {
    write('index.html', '<script type="module" src="./main.js"></script><link rel="stylesheet" href="./main.css">');
    write('main.css', '@font-face { src: url(./font.woff2) }');
    write('font.woff2', 'f');
    write('main.js', 'import"./part.js";import("./chart.js");new Worker(new URL(`worker.js`,import.meta.url))');
    write('part.js', 'export const a=1');
    write('worker.js', 'fetch(new URL("engine.wasm",import.meta.url))');
    write('engine.wasm', 'w');
    write('chart.js', 'import"./plot.js"');
    write('plot.js', '');
    write('readme.txt', '');
    expect(files().sort()).toEqual(
      ['engine.wasm', 'font.woff2', 'index.html', 'main.css', 'main.js', 'part.js', 'worker.js'].sort(),
    );
  });

  it('counts a file once, however often it is asked for, and survives a circle', () => {
    write('index.html', '<script src="./a.js"></script><link href="./a.js">');
    write('a.js', 'import"./b.js"');
    write('b.js', 'import"./a.js"');
    expect(files()).toEqual(['index.html', 'a.js', 'b.js']);
  });

  it('leaves other origins and missing files alone', () => {
    write('index.html', '<link href="https://example.org/a.css"><script src="data:text/javascript,1"></script>');
    expect(files()).toEqual(['index.html']);
  });

  it('counts a lazy import that is requested immediately', () => {
    write('index.html', '<script type="module" src="./main.js"></script>');
    write('main.js', 'import("./app-1.js");import("./other-1.js")');
    write('app-1.js', 'import"./part.js"');
    write('part.js', '');
    write('other-1.js', '');
    const loaded = firstLoad(join(site, 'index.html'), (target) => target.startsWith('./app-'));
    expect(loaded.map(({ file }) => file)).toEqual(['index.html', 'main.js', 'app-1.js', 'part.js']);
  });

  it('measures after brotli', () => {
    write('index.html', 'a'.repeat(10_000));
    const [page] = firstLoad(join(site, 'index.html'));
    expect(page?.bytes).toBe(brotliCompressSync('a'.repeat(10_000)).length);
    expect(page?.bytes).toBeLessThan(100);
  });
});

describe('the additional download of a lesson', () => {
  const brotli = (text: string) => brotliCompressSync(text).length;

  it('is its page, its figures with all they may load, the three ways, the curve sketch with its own curve, and no shared files', async () => {
    const pageOf = (blocks: string) => `export default { blocks: [${blocks}] };`;
    const files = {
      'index.html': '<script type="module" src="./index.js"></script>',
      'index.js': 'import("./lessons-app-1.js")',
      'lessons-app-1.js': `import "./common.js";
        export const PAGES = {
          "a/b": () => import("./b-1.js"), "a/c": () => import("./c-1.js"), "a/d": () => import("./d-1.js"),
        };
        export const FIGURES = { slope: () => import("./slope-1.js"), other: () => import("./other-1.js") };
        import("./three-ways-1.js"); import("./curve-sketch-1.js");`,
      'common.js': 'import("./virtual_explanations-1.js")',
      'training.worker-1.js': 'export const engine = "an engine";',
      'b-1.js': pageOf('{ kind: "figure", name: "slope" }, { kind: "text" }'),
      'c-1.js': pageOf('{ kind: "three-ways" }, { kind: "predict", answer: { kind: "number" } }'),
      'd-1.js': pageOf('{ kind: "predict", answer: { kind: "curve", curve: "own" } }'),
      'slope-1.js':
        'import "./common.js"; import("./chart.js"); new Worker(new URL("training.worker-1.js", import.meta.url))',
      'chart.js': 'export const chart = "a chart";',
      'other-1.js': 'export const other = "another figure";',
      'curve-sketch-1.js': `import "./chart.js";
        export const CURVES = { own: () => import("./own-1.js"), another: () => import("./another-1.js") };`,
      'own-1.js': 'export default "the curve of this page";',
      'another-1.js': 'export default "the curve of another page";',
      'three-ways-1.js': 'import "./common.js"; export const ways = 3;',
      'virtual_explanations-1.js': 'export const explanations = "many words";',
      'package.json': '{ "type": "module" }',
    };
    for (const [name, text] of Object.entries(files)) write(name, text);
    const bytes = (...names: (keyof typeof files)[]) => names.reduce((sum, name) => sum + brotli(files[name]), 0);
    expect(await lessonLoads(join(site, 'index.html'))).toEqual([
      { id: 'a/b', bytes: bytes('b-1.js', 'slope-1.js', 'chart.js') },
      { id: 'a/c', bytes: bytes('c-1.js', 'three-ways-1.js') },
      { id: 'a/d', bytes: bytes('d-1.js', 'curve-sketch-1.js', 'own-1.js', 'chart.js') },
    ]);
  });
});
