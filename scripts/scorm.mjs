// npm run scorm, cmi5 or xapi: builds the content of the packages if needed, then writes one.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';

const build = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'scorm'], {
  cwd: ROOT,
  stdio: ['ignore', process.stderr.fd, process.stderr.fd],
});
if (build.status === 0) {
  // npm runs scripts in the project's folder, but file names are relative to the folder of the caller.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const command = join(ROOT, 'build/scorm/cli.js');
  const run = spawnSync(process.execPath, [command, ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} else {
  process.exitCode = 1;
}
