import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeRelease } from '../../scripts/lib/release.mjs';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-release-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeEach(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  write('index.html', '<head><meta name="release" content=""></head>');
  write('assets/a-1.js', 'a');
  write('mini-factory-packed.js', 'packed');
  write('licences.txt', 'the licences');
});

it('lists every file with its digest, except the worker itself and the files for other sites', async () => {
  const { files } = await makeRelease(folder);
  expect(files.map(([path]) => path)).toEqual(['assets/a-1.js', 'index.html']);
  for (const [path, digest] of files) {
    expect(digest).toBe(`sha256-${createHash('sha256').update(read(path)).digest('base64')}`);
  }
});

it('writes the version into the page, and all of the release into the worker', async () => {
  const { version, files } = await makeRelease(folder);
  expect(read('index.html')).toContain(`<meta name="release" content="${version}">`);
  const worker = read('service-worker.js');
  for (const text of [version, ...files.flat()]) expect(worker).toContain(text);
  expect(worker).not.toMatch(/\b(import|export)\b/);
});

it('is the same version for the same content, made once or twice, and another for other content', async () => {
  const { version } = await makeRelease(folder);
  expect((await makeRelease(folder)).version).toBe(version);
  write('assets/a-1.js', 'b');
  expect((await makeRelease(folder)).version).not.toBe(version);
});

it('refuses a page with no place for the version', async () => {
  write('index.html', '<head></head>');
  await expect(makeRelease(folder)).rejects.toThrow('has no <meta name="release">');
});
