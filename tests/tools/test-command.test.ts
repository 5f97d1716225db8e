import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SUITES } from '../../scripts/suites.mjs';

const npmTest = (...args: string[]) => spawnSync(process.execPath, ['scripts/test.mjs', ...args], { encoding: 'utf8' });
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('npm test', () => {
  it('ends with the total and fails with what failed, even before the first suite', () => {
    const { status, stdout, stderr } = npmTest('--only', 'biome,nothing');
    expect(status).toBe(1);
    expect(lastLine(stdout)).toBe('0 passed, 1 failed');
    expect(stderr).toContain('There is no suite called nothing.');
    for (const { name } of SUITES) expect(stderr).toContain(name);
  });

  it.each([
    ['a suite without --only', ['biome']],
    ['an option there is not', ['--zebra']],
    ['--only without a suite', ['--only']],
  ])('answers %s with how it is used', (_, args) => {
    const { status, stdout, stderr } = npmTest(...args);
    expect(status).toBe(1);
    expect(lastLine(stdout)).toBe('0 passed, 1 failed');
    expect(stderr).toContain('Try: npm test -- --only NAME,NAME.');
    expect(stderr).not.toContain('    at ');
  });

  it('is what continuous integration runs', () => {
    const script = readFileSync('.ci/run', 'utf8');
    expect(script).toContain('set -euo pipefail');
    expect(lastLine(script)).toBe('npm test');
  });
});
