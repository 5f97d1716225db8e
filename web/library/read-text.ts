import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
};

/** The text of a file, or of standard input for `-`. Rejects with a sentence. */
export async function readText(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be read: ${REASONS[code] ?? message}.`);
  }
}
