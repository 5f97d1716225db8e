import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allNotices, noticeOf, textOf, withDependencies } from '../../web/licences/notices.js';
import { OTHER_PARTS, PACKAGES } from '../../web/licences/parts.js';
import { licences, packageOf } from '../../web/licences/plugin.js';
import { COMMIT_DATE, VERSION } from '../../web/licences/version.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minifactory-licences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const notices = allNotices();
const noticeFor = (name: string) => notices.find(({ names }) => names.some((each) => each.startsWith(name)));

describe('the notices', () => {
  it.each([
    ['Minifactory', 'MIT', 'Copyright (c) 2026 The Minifactory developers'],
    ['Boston housing data', 'PDDL-1.0, contents CC0-1.0', 'Harrison'],
    ['Eigen', 'MPL-2.0', 'https://mozilla.org/MPL/2.0/'],
    ['Emscripten', 'MIT', 'Emscripten authors'],
    ['musl', 'MIT', 'Rich Felker'],
    ['libc++', 'Apache-2.0 WITH LLVM-exception', 'LLVM Exceptions'],
    ['Schemas of SCORM 1.2', 'published with SCORM 1.2', 'IMS Global Learning Consortium'],
    ['lit-html', 'BSD-3-Clause', 'Google'],
    ['uplot', 'MIT', 'Leon Sorokin'],
    ['@observablehq/plot', 'ISC', 'Observable'],
    ['d3-scale ', 'ISC', 'Mike Bostock'],
    ['@fontsource-variable/atkinson-hyperlegible-next', 'OFL-1.1', 'SIL OPEN FONT LICENSE'],
    ['temml', 'MIT', 'Permission is hereby granted'],
  ])('of %s are there', (name, licence, words) => {
    const notice = noticeFor(name);
    expect(notice?.licence).toBe(licence);
    expect(notice?.text).toContain(words);
  });

  it('name every part once, with Minifactory first', () => {
    const names = notices.flatMap((notice) => notice.names);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe(`Minifactory ${VERSION}`);
    const text = textOf(notices);
    for (const notice of notices) for (const each of [...notice.names, notice.text]) expect(text).toContain(each);
  });

  it('are of packages that the page really imports', () => {
    const sources = readdirSync('web', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js|css)$/.test(name) && !name.startsWith('licences'))
      .map((name) => readFileSync(join('web', name), 'utf8'))
      .join('\n');
    expect(PACKAGES.filter((name) => !sources.includes(`'${name}'`) && !sources.includes(`'${name}/`))).toEqual([]);
  });

  it('have a text for every part that is not from npm, and no text is left over', () => {
    expect(readdirSync('web/licences/texts').sort()).toEqual(OTHER_PARTS.map(({ file }) => file).sort());
  });
});

describe('an npm package', () => {
  const manifest = (rest: object) => JSON.stringify({ name: 'part', version: '1.0.0', ...rest });

  it.each([
    ['names no licence', {}, 'LICENSE'],
    ['has no text of its licence', { license: 'MIT' }, 'README.md'],
  ])('that %s is refused', (_, rest, file) => {
    write('node_modules/part/package.json', manifest(rest));
    write(`node_modules/part/${file}`, 'words');
    const part = withDependencies(['part'], folder).get('part');
    expect(part && (() => noticeOf(part))).toThrow('part has no licence');
  });

  it('brings the packages it depends on, also those inside it', () => {
    write('node_modules/part/package.json', manifest({ dependencies: { inner: '1', outer: '1', '@types/x': '1' } }));
    write('node_modules/part/node_modules/inner/package.json', '{ "name": "inner" }');
    write('node_modules/outer/package.json', '{ "name": "outer", "dependencies": { "part": "1" } }');
    expect([...withDependencies(['part'], folder).keys()]).toEqual(['part', 'inner', 'outer']);
    expect(() => withDependencies(['absent'], folder)).toThrow('The npm package absent is not installed.');
  });

  it.each([
    ['/a/node_modules/lit/index.js', 'lit'],
    ['/a/node_modules/lit/node_modules/@b/c/d.css', '@b/c'],
    ['C:\\a\\node_modules\\@b\\c\\d.js', '@b/c'],
    ['/a/web/lit.ts', undefined],
  ])('is recognised in %s', (path, name) => {
    expect(packageOf(path)).toBe(name);
  });
});

describe('a build', () => {
  async function built(source: string): Promise<Rolldown.RolldownOutput['output']> {
    const result = await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [licences({ fileName: 'licences.txt' })],
      build: { write: false, assetsInlineLimit: 0, rolldownOptions: { input: write('entry.js', source) } },
    });
    return (result as Rolldown.RolldownOutput).output;
  }

  beforeEach(() => {
    write('node_modules/unknown/package.json', '{ "name": "unknown", "main": "index.js", "license": "MIT" }');
    write('node_modules/unknown/index.js', 'export const answer = String(globalThis);');
    write('node_modules/unknown/face.woff2', 'a font');
  });

  it('fails if it contains a package without a notice', async () => {
    const sentence = 'No licence notice for unknown: name it in web/licences/parts.js.';
    await expect(built("import { answer } from 'unknown'; console.log(answer);")).rejects.toThrow(sentence);
    const font = "import font from 'unknown/face.woff2?url'; console.log(font);";
    await expect(built(font)).rejects.toThrow(sentence);
  });

  it('writes the notices, and offers them and the version to the page', async () => {
    const output = await built(
      "import notices from 'virtual:licences'; import { VERSION, COMMIT_DATE } from 'virtual:version'; console.log(notices, VERSION, COMMIT_DATE);",
    );
    const [chunk] = output;
    expect(chunk.code).toContain('SIL OPEN FONT LICENSE');
    expect(chunk.code).toContain(VERSION);
    expect(chunk.code).toContain(COMMIT_DATE);
    const file = output.find(({ fileName }) => fileName === 'licences.txt');
    expect(file?.type === 'asset' && file.source).toBe(textOf(notices));
  });
});

describe('the version', () => {
  it('is a SemVer version with the day of a commit', () => {
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(COMMIT_DATE).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
  });
});
