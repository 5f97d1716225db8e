import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { checksums, checkTag, releaseNotes, scormNames, zipOf } from '../../scripts/lib/release-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-release-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run release-files', () => {
  it('refuses the tag of another version, before anything is built', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release-files.mjs', '--tag', 'v99.0.0'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`The tag is v99.0.0, but package.json has the version ${manifest.version}.`);
    expect(() => checkTag(`v${manifest.version}`, manifest.version)).not.toThrow();
  });

  it('finds the notes of the present version in the changelog', () => {
    expect(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), manifest.version).length).toBeGreaterThan(40);
  });

  it('takes the notes of one version only, and refuses one without', () => {
    const changelog = '# Changelog\n\n## 1.10.0 (2026-02-02)\n\nTen.\n\n## 1.1.0 (2026-01-01)\n\n### Added\n\n* One.\n';
    expect(releaseNotes(changelog, '1.1.0')).toBe('### Added\n\n* One.\n');
    expect(releaseNotes(changelog, '1.10.0')).toBe('Ten.\n');
    expect(() => releaseNotes(changelog, '1.2.0')).toThrow('CHANGELOG.md has no text under "## 1.2.0 (date)".');
  });

  it('packages every preset and every lesson that can be listed', () => {
    expect(
      scormNames('linear  A model.\ntwo-hidden   A bigger one.\n\nfoundations/derivative  The derivative\n'),
    ).toEqual([
      { option: '--preset', id: 'linear', path: 'presets/linear.zip' },
      { option: '--preset', id: 'two-hidden', path: 'presets/two-hidden.zip' },
      { option: '--lesson', id: 'foundations/derivative', path: 'lessons/foundations-derivative.zip' },
    ]);
  });

  it('writes the same zip for the same files', async () => {
    const files = { 'a/one.txt': Buffer.from('one'), 'two.txt': Buffer.from('two') };
    const zip = await zipOf(files, 9);
    expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['a/one.txt', 'one'],
      ['two.txt', 'two'],
    ]);
    expect(Buffer.compare(zip, await zipOf(files, 9))).toBe(0);
  });

  it('writes checksums that sha256sum accepts', () => {
    const file = join(folder, 'file.txt');
    writeFileSync(file, 'words');
    writeFileSync(join(folder, 'SHA256SUMS'), checksums([file]));
    const { status } = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder });
    expect(status).toBe(0);
  });
});
