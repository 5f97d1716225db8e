import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/lib/node-modules.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Entry {
  readonly version: string;
  readonly optional?: boolean;
}

function lock(packages: Record<string, Entry>): void {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function installed(packages: Record<string, Entry>): void {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

const LIT = { 'node_modules/lit': { version: '3.3.3' } };

describe('whether node_modules matches the lock file', () => {
  it('it does not match if there is none', () => {
    lock(LIT);
    expect(isInstalled(folder)).toBe(false);
  });

  it('it is when every package has its version', () => {
    lock(LIT);
    installed(LIT);
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/lit': { version: '3.3.2' } }],
    ['there is one too many', { ...LIT, 'node_modules/other': { version: '1.0.0' } }],
  ])('it is not when %s', (_, packages) => {
    lock(LIT);
    installed(packages);
    expect(isInstalled(folder)).toBe(false);
  });

  it('packages for other platforms may be left out', () => {
    lock({ ...LIT, 'node_modules/for-another': { version: '1.0.0', optional: true } });
    installed(LIT);
    expect(isInstalled(folder)).toBe(true);
  });
});
