import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstLoad } from '../../scripts/lib/first-load.mjs';

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

  it('measures after brotli', () => {
    write('index.html', 'a'.repeat(10_000));
    const [page] = firstLoad(join(site, 'index.html'));
    expect(page?.bytes).toBe(brotliCompressSync('a'.repeat(10_000)).length);
    expect(page?.bytes).toBeLessThan(100);
  });
});
