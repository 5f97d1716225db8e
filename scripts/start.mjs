// npm start: builds and serves the playground, also on a clean machine. MINIFACTORY_HOST=0.0.0.0 serves it to others.

import { buildEngine, buildSite } from './lib/build.mjs';
import { setUp } from './lib/setup.mjs';
import { command, step } from './lib/step.mjs';

await command(async () => {
  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Site', buildSite);

  // Imported late, because Vite may have been installed only just now.
  const { preview } = await import('vite');
  const host = process.env.MINIFACTORY_HOST ?? '127.0.0.1';
  const server = await preview({ preview: { host, port: 4173 } });
  console.log('\nMinifactory is ready. Open this address in your browser; Ctrl+C stops it.\n');
  server.printUrls();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
});
