import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { inlinedWorkers } from '../../web/packed/packed-plugins.js';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-packed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const starter = write('start.js', 'export const startInlinedWorker = (script, name) => ({ script, name });');

const oneScript = (entry: string) => ({
  root: folder,
  logLevel: 'silent' as const,
  build: { minify: false, lib: { entry, formats: ['iife' as const], name: 'result', fileName: () => 'script.js' } },
});

async function packed(source: string): Promise<Rolldown.RolldownOutput['output']> {
  const result = await build({
    ...oneScript(write('entry.js', source)),
    configFile: false,
    plugins: [inlinedWorkers(starter, oneScript)],
    build: { ...oneScript(join(folder, 'entry.js')).build, write: false },
  });
  return (result as Rolldown.RolldownOutput[])[0]?.output as Rolldown.RolldownOutput['output'];
}

describe('workers in a packed script', () => {
  it('are started from their text, each from its own, with all it imports', async () => {
    write('words.js', "export const words = 'a `worker` with $& and </script>';");
    write('one.worker.js', "import { words } from './words.js'; self.said = words;");
    write('two.worker.js', "self.said = 'the other';");
    const output = await packed(`
      export const one = () => new Worker(new URL('./one.worker.js', import.meta.url), { type: 'module', name: 'one' });
      export const two = () =>
        new Worker(
          new URL('./two.worker.js', import.meta.url),
          { type: 'module', name: 'two' },
        );
    `);
    expect(output).toHaveLength(1);
    const { one, two } = runInNewContext(`${output[0].code}; result`);
    const saidBy = (script: string) => {
      const self = { said: '' };
      runInNewContext(script, { self });
      return self.said;
    };
    expect(one().name).toBe('one');
    expect(saidBy(one().script)).toBe('a `worker` with $& and </script>');
    expect(two().name).toBe('two');
    expect(saidBy(two().script)).toBe('the other');
  });

  it('stop the build if they are started in an unknown form', async () => {
    const source = "export const lost = new Worker(new URL('./one.worker.js', import.meta.url));";
    await expect(packed(source)).rejects.toThrow(/entry\.js starts a worker in a form that cannot be packed/);
  });
});
