// Checks the import rules in every source file and prints each violation.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './lib/command.mjs';
import { findCycles, findViolations } from './lib/imports.mjs';
import { filesUnder } from './lib/stamp.mjs';

const files = ['wasm', 'web']
  .flatMap((folder) => filesUnder(`${ROOT}${folder}`))
  .filter((file) => /\.(ts|js|mjs|cpp|hpp)$/.test(file));
const sources = new Map(files.map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')]));

const violations = [...findViolations(sources), ...findCycles(sources)];
for (const violation of violations) console.error(violation);
console.log(`${sources.size} files, ${violations.length} breaches`);
process.exitCode = violations.length > 0 || sources.size === 0 ? 1 : 0;
