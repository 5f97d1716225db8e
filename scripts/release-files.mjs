// npm run release-files [-- --tag v1.2.3]: builds everything that a release offers for download, into build/release/.
// With a tag, it must be that of the version in package.json.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEngine, buildLibrary, buildScorm, buildSingle, buildSite, SINGLE_FILE } from './lib/build.mjs';
import { ROOT, run } from './lib/command.mjs';
import { checksums, checkTag, releaseNotes, scormNames, zipOf } from './lib/release-files.mjs';
import { setUp } from './lib/setup.mjs';
import { filesUnder } from './lib/stamp.mjs';
import { command, step } from './lib/step.mjs';

const FOLDER = join(ROOT, 'build/release');
const SCORM = [join(ROOT, 'build/scorm/cli.js')];

/** Every preset and every lesson as a package of its own. @param {string} file @param {(line: string) => void} note */
async function writeScorm(file, note) {
  const list = spawnSync(process.execPath, [...SCORM, '--list'], { encoding: 'utf8' }).stdout;
  const one = join(ROOT, 'build/scorm/one.zip');
  /** @type {Record<string, Buffer>} */
  const packages = {};
  for (const { option, id, path } of scormNames(list)) {
    await run(process.execPath, [...SCORM, option, id, '--out', one], { note });
    packages[path] = readFileSync(one);
  }
  rmSync(one);
  writeFileSync(file, await zipOf(packages, 0));
  return `${Object.keys(packages).length} packages`;
}

/** @param {string} file */
async function writeSite(file) {
  const dist = join(ROOT, 'dist');
  const files = filesUnder(dist).map((path) => [`minifactory${path.slice(dist.length)}`, readFileSync(path)]);
  writeFileSync(file, await zipOf(Object.fromEntries(files), 9));
}

await command(async () => {
  const { tag } = parseArgs({ options: { tag: { type: 'string' } } }).values;
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (tag !== undefined) checkTag(tag, version);
  const notes = releaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version);

  await setUp();
  await step('Engine (C++ to WebAssembly)', buildEngine);
  await step('Site', buildSite);
  await step('Single file', buildSingle);
  await step('SCORM', buildScorm);
  await step('Library', buildLibrary);

  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const named = (/** @type {string} */ end) => join(FOLDER, `minifactory-${version}${end}`);
  await step('Zip of the site', () => writeSite(named('-site.zip')));
  copyFileSync(join(ROOT, SINGLE_FILE), named('.html'));
  await step('SCORM packages', (note) => writeScorm(named('-scorm.zip'), note));
  await step('npm package', () =>
    run('npm', ['pack', '--ignore-scripts', '--pack-destination', FOLDER]).then(() => ''),
  );
  writeFileSync(join(FOLDER, 'SHA256SUMS'), checksums(filesUnder(FOLDER)));
  writeFileSync(join(FOLDER, 'NOTES.md'), notes);
});
