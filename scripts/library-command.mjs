// npm run train, npm run export, npm run ledger: builds the library where needed, then runs one of its commands.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';

const [name = '', ...args] = process.argv.slice(2);

// What the command prints on standard output is for other programs to read, so building reports on standard error.
const build = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'library'], {
  cwd: ROOT,
  stdio: ['ignore', process.stderr.fd, process.stderr.fd],
});
if (build.status === 0) {
  // npm runs scripts in the project's folder; file names are meant from where it was called.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const run = spawnSync(process.execPath, [join(ROOT, `lib/${name}.js`), ...args], { cwd, stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} else {
  process.exitCode = 1;
}
