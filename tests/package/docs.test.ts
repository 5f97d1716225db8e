/** The examples of docs/library.md, run in another project. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InstalledPackage } from './installed';

const docs = readFileSync('docs/library.md', 'utf8');

/** Each program with what it prints, under the heading before it. */
const EXAMPLES = [...docs.matchAll(/```js\n(?<code>.*?)```\n\n```text\n(?<output>.*?)```/gs)].map(
  ({ groups, index }) => {
    const heading = /.*\n## (?<name>[^\n]+)/s.exec(docs.slice(0, index))?.groups?.name ?? '';
    return { heading, code: groups?.code ?? '', output: groups?.output ?? '' };
  },
);

let installed: InstalledPackage;
beforeAll(() => {
  installed = new InstalledPackage();
});
afterAll(() => installed.remove());

describe('docs/library.md', () => {
  it.each(EXAMPLES)('$heading: the example prints what is written below it', ({ code, output }) => {
    installed.write('example.js', code);
    expect(installed.module('example.js')).toEqual({ output, complaint: '', exitCode: 0 });
  });

  it('the example in README.md runs', () => {
    const code = /```js\n(.*?)```/s.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    installed.write('readme.js', code);
    const { output, ...others } = installed.module('readme.js');
    expect(others).toEqual({ complaint: '', exitCode: 0 });
    const [, rmse, prediction] = /^([\d.]+) \[ ([\d.]+) \]\n$/.exec(output) ?? [];
    expect(Number(rmse)).toBeLessThan(0.2);
    expect(Math.abs(Number(prediction) - 0.25)).toBeLessThan(0.2);
  });

  it('has no program without its output', () => {
    expect(EXAMPLES).toHaveLength(docs.split('```js\n').length - 1);
    expect(EXAMPLES.length).toBeGreaterThan(5);
  });

  it('names every export', () => {
    installed.write('names.js', `import * as all from 'minifactory'; console.log(Object.keys(all).join('\\n'));`);
    const names = installed.module('names.js').output.trim().split('\n');
    expect(names.filter((name) => !docs.includes(name))).toEqual([]);
  });
});
