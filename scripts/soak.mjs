// npm run soak [-- --rounds N]: uses the page for 300 rounds, and fails if it holds more at the end than at round 100.

import { parseArgs } from 'node:util';
import { buildEngine, buildSite } from './lib/build.mjs';
import { handOver, tool } from './lib/command.mjs';
import { BUILD_PACKAGES, TEST_PACKAGES } from './lib/debian.mjs';
import { setUp } from './lib/setup.mjs';
import { command, step } from './lib/step.mjs';

await command(async () => {
  const { rounds } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } }).values;
  await setUp([...BUILD_PACKAGES, ...TEST_PACKAGES.filter(({ name }) => name === 'chromium')]);
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Site', buildSite);
  const env = { ...process.env, SOAK_ROUNDS: rounds };
  process.exitCode = await handOver(tool('playwright'), ['test', 'tests/e2e/soak.spec.ts'], env);
});
