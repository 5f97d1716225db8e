// npm run train, export or ledger: builds the library if needed, then runs one of its programs.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';

const [name = '', ...args] = process.argv.slice(2);

// The build reports on standard error, because other programs may read the command's standard output.
const build = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'library'], {
  cwd: ROOT,
  stdio: ['ignore', process.stderr.fd, process.stderr.fd],
});
if (build.status === 0) {
  // npm runs scripts in the project's folder, but file names are relative to the folder of the caller.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const run = spawnSync(process.execPath, [join(ROOT, `lib/${name}.js`), ...args], { cwd, stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} else {
  process.exitCode = 1;
}
