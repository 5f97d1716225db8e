// npm run bench: measures Minifactory beside NumPy and TensorFlow.js on this machine.

import { join } from 'node:path';
import { buildEngine, buildLibrary, buildNativeBench, buildSite } from './lib/build.mjs';
import { ROOT } from './lib/command.mjs';
import { BENCH_PACKAGES } from './lib/debian.mjs';
import { installNodeModules } from './lib/node-modules.mjs';
import { setUp } from './lib/setup.mjs';
import { command, step } from './lib/step.mjs';

await command(async () => {
  await setUp(BENCH_PACKAGES);
  await step('npm packages of the benchmark', (note) => installNodeModules(note, join(ROOT, 'tests/bench')));
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Library', buildLibrary);
  await step('Site', buildSite);
  await step('Native benchmark', buildNativeBench);

  // Imported late, because the packages it needs were only just installed and built.
  const { bench } = await import('../tests/bench/main.mjs');
  if (!(await bench())) process.exitCode = 1;
});
