import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
  readonly integrity?: string;
  readonly optionalDependencies?: Record<string, string>;
}

/**
 * Lock files contain names, versions and checksums of packages, but no download addresses, so that any registry works.
 */
describe.each(['package-lock.json', 'tests/bench/package-lock.json'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const entries: Record<string, Entry> = JSON.parse(text).packages;
  const packages = Object.entries(entries);

  it('pins every package by its checksum', () => {
    const installed = packages.filter(([path]) => path.startsWith('node_modules/'));
    expect(installed.length).toBeGreaterThan(10);
    expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });

  it('carries no download address', () => {
    expect(packages.filter(([, entry]) => 'resolved' in entry).map(([path]) => path)).toEqual([]);
  });
  it('names the packages of every platform, so that it works on each of them', () => {
    const platforms = packages.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(platforms.filter((name) => !packages.some(([path]) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });
});
