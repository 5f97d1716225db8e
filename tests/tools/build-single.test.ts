import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('npm run build:single', () => {
  it.each([
    ['two files', ['a.html', 'b.html'], 'There is one argument at most'],
    ['an option', ['--out', 'a.html'], 'There is one argument at most'],
    ['a folder', ['docs'], 'docs is a folder'],
  ])('refuses %s before anything is built, and says what to try', (_, args, sentence) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build-single.mjs', ...args], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('npm run build:single -- course.html');
  });
});
