/** The limit on files that are opened. */

/** The size limit in bytes: larger than the model of the largest recipe in full precision. */
export const LARGEST_FILE = 30_000_000;

/** Why a file is not read, as a sentence. */
export function tooLarge(name: string): string {
  return `${name} is larger than any recipe or model of this page.`;
}
