import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../web/library/command';
import { tooOldNode } from '../../web/library/node-version';
import { PRESETS } from '../../web/recipe/presets';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('minifactory', () => {
  it('--list names every preset, one a line', async () => {
    const { output, complaint, exitCode } = await command(['--list']);
    expect(
      output
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(PRESETS.map(({ id }) => id));
    expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
  });

  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await command(['--version'])).toEqual({ output: `${version}\n`, complaint: '', exitCode: 0 });
  });

  it('export answers as the export command does', async () => {
    const { output, exitCode } = await command(['export', 'recipe', '--preset', 'chapter-3-linear']);
    expect(JSON.parse(output).name).toBe('Chapter 3: linear model');
    expect(exitCode).toBe(0);
  });

  it('train may be written out', async () => {
    expect(await command(['train', '--list'])).toEqual(await command(['--list']));
    expect(await command(['train'])).toMatchObject({ complaint: expect.stringContaining('Nothing to train.') });
  });

  it('needs the Node that package.json names', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [oldest, newer, ...older] = [engines.node.replace('>=', ''), '22.0.0', '20.18.3', '18.20.0', '9.0.0'];
    expect([tooOldNode(`${oldest}.0`), tooOldNode(newer)]).toEqual([null, null]);
    for (const version of older)
      expect(tooOldNode(version)).toContain(`${version}; minifactory needs ${oldest} or later.`);
  });

  it('--help says how it is used', async () => {
    expect(await command(['--help'])).toMatchObject({ output: expect.stringContaining('--preset NAME'), exitCode: 0 });
  });

  it.each([
    [[], 'Nothing to train.'],
    [['a.json', 'b.json'], 'Name only one'],
    [['a.json', '--preset', 'chapter-3-linear'], 'Name only one'],
    [['--zebra'], '--zebra'],
    [['--preset'], '--preset'],
    [['--preset', 'chapter-3-lineal'], 'did you mean chapter-3-linear?'],
    [['--preset', 'zebra'], '--list shows all of them.'],
    [[join(folder, 'missing.json')], 'missing.json cannot be read: there is no such file.'],
    [[folder], `${folder} cannot be read: it is a folder.`],
    [[file('text.json', 'layers: 3')], 'The recipe is not JSON: at line 1, column 1,'],
    [
      [file('wrong.json', '{"layers": [{"units": 300}], "optimiser": {"learningRate": 0}}')],
      'layers[0].units is 300; it must be a whole number from 1 to 256.\noptimiser.learningRate is 0;',
    ],
  ])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
    const { output, complaint, exitCode } = await command(args);
    expect(complaint).toContain(sentence);
    expect(complaint).toMatch(/[^\n]\n$/);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 2 });
  });
});
