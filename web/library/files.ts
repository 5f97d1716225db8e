/** Reads and writes files for a command, with a sentence for each error. */
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

type Reasons = Readonly<Record<string, string>>;

const NOT_READ: Reasons = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
};

const NOT_WRITTEN: Reasons = {
  ENOENT: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'writing it is not permitted',
};

/** The text of a file, or of standard input for `-`. Rejects with a sentence. */
export async function readText(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read: ${reasonOf(error, NOT_READ)}.`);
  }
}

/** Writes text or bytes to a file and replaces its content. Rejects with a sentence. */
export async function writeContent(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new Error(`${path} cannot be written: ${reasonOf(error, NOT_WRITTEN)}.`);
  }
}

function reasonOf(error: unknown, reasons: Reasons): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
