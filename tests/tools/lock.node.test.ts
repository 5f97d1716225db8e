import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Lock files contain names, versions and checksums of packages, but no download addresses, so that any registry works.
 */
describe.each(['package-lock.json', 'tests/bench/package-lock.json'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const packages = Object.entries(JSON.parse(text).packages as Record<string, { integrity?: string }>);

  it('pins every package by its checksum', () => {
    const installed = packages.filter(([path]) => path.startsWith('node_modules/'));
    expect(installed.length).toBeGreaterThan(10);
    expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });

  it('carries no download address', () => {
    expect(packages.filter(([, entry]) => 'resolved' in entry).map(([path]) => path)).toEqual([]);
  });
});
