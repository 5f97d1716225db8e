/** Every snippet of docs/hosts.md can be copied: its attributes, options, files, imports and commands exist. */
import { existsSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { SCRIPTS } from '../../web/embed/classic-scripts-plugin.js';
import { OPTION_NAMES } from '../../web/embed/options/option-names';
import { readAttributes, readFragment } from '../../web/embed/options/read-options';
import { FORMATS } from '../../web/library/export-formats';
import { presetNamed } from '../../web/recipe/presets';
import { python } from './export-python';

const SITE = 'https://example.org/minifactory/';
const DOCS = readFileSync('docs/hosts.md', 'utf8');
const PACKAGE = JSON.parse(readFileSync('package.json', 'utf8'));

/** Attributes of every HTML element that a snippet may use. */
const HTML_ATTRIBUTES = ['id', 'class', 'style', 'hidden'];

interface Fence {
  readonly host: string;
  readonly language: string;
  readonly code: string;
}

const SECTIONS = DOCS.split(/^## /m).slice(1);
const HOSTS = SECTIONS.map((text) => text.slice(0, text.indexOf('\n')));
const FENCES: readonly Fence[] = SECTIONS.flatMap((text, index) =>
  [...text.matchAll(/^(`{3,4})(\w*)\n(.*?)^\1$/gms)].map(([, , language = '', code = '']) => ({
    host: HOSTS[index] ?? '',
    language,
    code,
  })),
);

const decoded = (text: string) => text.replaceAll('&amp;', '&');

/** The attributes of each `<mini-factory>` in a text. */
const elementsIn = (text: string) =>
  [...text.matchAll(/<mini-factory\s([^>]*)>/g)].map(
    ([, inside = '']) =>
      new Map([...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)])),
  );

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');

describe('docs/hosts.md', () => {
  it('lists every host with whether it was tried, and has a section for it', () => {
    const rows = [...DOCS.matchAll(/^\| \[([^\]]+)\]\(#([^)]+)\) \| ([^|]+) \|/gm)];
    expect(rows.map(([, host]) => host).sort()).toEqual([...HOSTS].sort());
    for (const [, host = '', anchor, tried] of rows) {
      expect(anchor).toBe(anchorOf(host));
      expect(tried, host).toMatch(/^(2026-\d\d-\d\d|in every test run|not tried|.*only|.*in every test run)$/);
    }
  });

  it.each(HOSTS)('begins the section of %s with at most five lines to copy', (host) => {
    const [first] = FENCES.filter((fence) => fence.host === host);
    expect(first?.code.trimEnd().split('\n').length).toBeLessThanOrEqual(5);
    expect(first?.code).toMatch(/mini-factory|minifactory/);
  });

  it('uses only attributes and options that exist, with values that can be used', () => {
    const elements = elementsIn(DOCS);
    expect(elements.length).toBeGreaterThan(5);
    for (const attributes of elements) {
      const unknown = [...attributes.keys()].filter((name) => ![...OPTION_NAMES, ...HTML_ATTRIBUTES].includes(name));
      expect(unknown).toEqual([]);
      expect(readAttributes(attributes).problems, [...attributes].join(' ')).toEqual([]);
    }
  });

  it('names only files of the site, with options that can be used', () => {
    const addresses = [...DOCS.matchAll(/https:\/\/example\.org\/minifactory\/([^\s"'`#]*)(#[^\s"'`]*)?/g)];
    expect(addresses.length).toBeGreaterThan(10);
    for (const [address, file = '', fragment = ''] of addresses) {
      const isThere = file === '' || Object.hasOwn(SCRIPTS, file) || existsSync(`web/${file}`);
      expect(isThere, address).toBe(true);
      expect(readFragment(decoded(fragment)).problems, address).toEqual([]);
    }
    expect(DOCS).toContain(SITE);
  });

  it('imports only what the package exports, and calls only commands that exist', () => {
    const imports = [...DOCS.matchAll(/['"`](minifactory\/[\w/]+)['"`]/g)].map(([, name = '']) => name);
    expect(imports.length).toBeGreaterThan(2);
    for (const name of imports) expect(PACKAGE.exports, name).toHaveProperty([name.replace('minifactory', '.')]);
    const commands = [...DOCS.matchAll(/npx minifactory export (\w+) --preset ([\w-]+)/g)];
    expect(commands).not.toHaveLength(0);
    for (const [command, format = '', preset = ''] of commands) {
      expect(Object.hasOwn(FORMATS, format) && presetNamed(preset) !== undefined, command).toBe(true);
    }
  });

  it('links only to files and headings that exist', () => {
    for (const [, file = '', anchor] of DOCS.matchAll(/\]\(([\w.-]*)(?:#([\w-]+))?\)/g)) {
      const text = file === '' ? DOCS : readFileSync(`docs/${file}`, 'utf8');
      const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
      if (anchor !== undefined) expect(anchors, `${file}#${anchor}`).toContain(anchor);
    }
  });

  const CODE = FENCES.filter(({ language }) => ['js', 'jsx', 'vue', 'python'].includes(language));
  it.each(CODE.map((fence) => [fence.host, fence.language, fence.code] as const))(
    'has %s’s snippet in %s without a mistake of syntax',
    async (_, language, code) => {
      if (language === 'python') {
        const { complaint } = python(['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], code);
        expect(complaint).toBe('');
        return;
      }
      const script = language === 'vue' ? (/<script setup>(.*?)<\/script>/s.exec(code)?.[1] ?? '') : code;
      // A line for a configuration is a part of an object.
      const source = language === 'js' ? `export default {${script}};` : script;
      const { warnings } = await transform(source, { loader: 'jsx', logLevel: 'silent' });
      expect(warnings).toEqual([]);
    },
  );
});
