// npm run format: formats every source file as the checks require.

import { join } from 'node:path';
import { ROOT, run, tool } from './lib/command.mjs';
import { filesUnder } from './lib/stamp.mjs';
import { command, step } from './lib/step.mjs';

await command(async () => {
  await step('TypeScript, CSS, JSON', (note) => run(tool('biome'), ['check', '--write', '.'], { note }).then(() => {}));
  const cpp = ['wasm', 'tests']
    .flatMap((folder) => filesUnder(join(ROOT, folder)))
    .filter((file) => /\.[ch]pp$/.test(file));
  await step('C++', (note) => run('clang-format', ['-i', ...cpp], { note }).then(() => {}));
});
