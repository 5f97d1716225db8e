import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** A script as it runs on Windows, as far as it asks Node what the system is. */
function onWindows(script: string) {
  const code = `Object.defineProperty(process, 'platform', { value: 'win32' }); await import('./scripts/${script}');`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
}

describe('on Windows', () => {
  it.each(['start', 'test', 'dev', 'build', 'build-single'])(
    '%s says to use WSL 2, before it does anything',
    (name) => {
      const { status, stdout, stderr } = onWindows(`${name}.mjs`);
      expect(status).toBe(1);
      expect(stderr).toContain('Minifactory cannot be built on Windows itself.\nPlease use WSL 2');
      expect(stdout).not.toContain('packages');
    },
  );
});
