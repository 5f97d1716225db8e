/** The release after the one that was built. */
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeRelease } from '../../scripts/lib/release.mjs';
import { filesUnder } from '../../scripts/lib/stamp.mjs';
import { DIST } from './served.mjs';

/** Writes the next release into a folder, as if every source had changed: each hashed file has another name. */
export async function writeNextRelease(folder: string): Promise<void> {
  cpSync(DIST, folder, { recursive: true });
  const renamed = (text: string) =>
    text.replace(/-([\w-]{8})(?=\.(js|css|wasm|woff2|svg)\b)/g, (_, hash) => `-${[...hash].reverse().join('')}`);
  for (const file of filesUnder(folder)) {
    if (/\.(js|css|html)$/.test(file)) writeFileSync(file, renamed(readFileSync(file, 'utf8')));
    if (file.startsWith(join(folder, 'assets/'))) renameSync(file, join(folder, 'assets', renamed(basename(file))));
  }
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html lang="en">', '<html lang="en" data-release="2">'));
  await makeRelease(folder);
}
