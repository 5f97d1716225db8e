// npm run dev: starts Vite's development server, which shows changes immediately.

import { buildEngine } from './lib/build.mjs';
import { handOver, tool } from './lib/command.mjs';
import { setUp } from './lib/setup.mjs';
import { command, step } from './lib/step.mjs';

await command(async () => {
  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  process.exitCode = await handOver(tool('vite'), []);
});
