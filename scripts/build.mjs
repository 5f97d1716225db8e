// npm run build [site|engine|library|scorm]: builds dist/, or another part.

import { buildEngine, buildLibrary, buildScorm, buildSingle, buildSite } from './lib/build.mjs';
import { setUp } from './lib/setup.mjs';
import { command, StepError, step } from './lib/step.mjs';

const part = process.argv[2] ?? 'site';

await command(async () => {
  if (!['site', 'engine', 'library', 'scorm'].includes(part)) {
    throw new StepError(`There is no part called ${part}.`, 'The parts are: site, engine, library, scorm.');
  }
  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  if (part === 'site' || part === 'scorm') await step('Site', buildSite);
  if (part === 'library') await step('Library', buildLibrary);
  if (part === 'scorm') {
    await step('Single file', buildSingle);
    await step('SCORM', buildScorm);
  }
});
