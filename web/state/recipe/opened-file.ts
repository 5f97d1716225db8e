/** Bytes of the largest file worth reading: the model of the largest recipe in all its digits, with room to spare. */
export const LARGEST_FILE = 30_000_000;

/** Why a file is not even read, as a sentence. */
export function tooLarge(name: string): string {
  return `${name} is larger than any recipe or model of this page.`;
}
