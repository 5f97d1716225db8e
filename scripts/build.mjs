// npm run build [site|engine|library]: dist/ for any plain file server, unless another part is asked for.

import { buildEngine, buildLibrary, buildSite } from './lib/build.mjs';
import { setUp } from './lib/setup.mjs';
import { command, StepError, step } from './lib/step.mjs';

const part = process.argv[2] ?? 'site';

await command(async () => {
  if (!['site', 'engine', 'library'].includes(part)) {
    throw new StepError(`There is no part called ${part}.`, 'The parts are: site, engine, library.');
  }
  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  if (part === 'site') await step('Site', buildSite);
  if (part === 'library') await step('Library', buildLibrary);
});
