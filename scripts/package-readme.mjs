// npm pack and npm publish: writes README.md as npm shows it, where addresses relative to the repository lead nowhere.
// --restore puts the repository's own text back.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';
import { packageReadme } from './lib/package-readme.mjs';

const README = join(ROOT, 'README.md');
const KEPT = join(ROOT, 'build/README.md');

if (process.argv[2] === '--restore') {
  writeFileSync(README, readFileSync(KEPT));
  rmSync(KEPT);
} else {
  const text = readFileSync(README, 'utf8');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(KEPT, text);
  writeFileSync(README, packageReadme(text, manifest));
}
