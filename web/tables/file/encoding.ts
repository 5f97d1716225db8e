/** How the bytes of a file stand for characters. */
import { TableError } from '../table-error';
import { counted } from './limits';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'macintosh',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** What was repaired, one sentence each. */
  readonly repairs: readonly string[];
}

/** What is looked at to tell text from other data. */
const SAMPLE = 1 << 16;

/** UTF-16 without a mark at its start: every second byte of English text is 0. */
function looksLikeUtf16(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > 0.4 * half && even < 0.05 * half) return 'utf-16le';
  return even > 0.4 * half && odd < 0.05 * half ? 'utf-16be' : null;
}

/** Bytes that no text contains; 0 is counted elsewhere. */
const isControl = (byte: number) => byte < 32 && byte !== 0 && !(byte >= 9 && byte <= 13) && byte !== 26;

const notText = () =>
  new TableError('NOT_TEXT', 'The file is not a text file, so it has no rows and columns. Save the table as CSV.');

/** How many characters of more than one byte are valid UTF-8, and how many bytes are not. */
export function utf8Census(bytes: Uint8Array): { readonly characters: number; readonly faults: number } {
  let characters = 0;
  let faults = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let followers = 0;
    while (followers < length && ((bytes[index + followers + 1] ?? 0) & 0xc0) === 0x80) followers += 1;
    if (length > 0 && followers === length) {
      characters += 1;
      index += length;
    } else {
      faults += 1;
    }
  }
  return { characters, faults };
}

/** UTF-16 has two bytes or four for each character, so an odd byte at the end belongs to none. */
function wideEncoding(encoding: Encoding, bytes: Uint8Array): FoundEncoding {
  return { encoding, repairs: bytes.length % 2 === 0 ? [] : ['The file ends in half a character, which is left out.'] };
}

/** The most likely encoding. Error NOT_TEXT if the bytes are no text in any. */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wideEncoding('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wideEncoding('utf-16be', bytes);
  const sample = bytes.subarray(0, SAMPLE);
  const wide = looksLikeUtf16(sample);
  if (wide !== null) return wideEncoding(wide, bytes);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const controls = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (zeros > 0.1 * sample.length || controls > 0.02 * sample.length) throw notText();

  const { characters, faults } = utf8Census(bytes);
  if (faults === 0) return { encoding: 'utf-8', repairs: [] };
  if (characters > 2 * faults) {
    return {
      encoding: 'utf-8',
      repairs: [`${counted(faults, 'byte')} could not be read as UTF-8 and became “\ufffd”. Check the texts.`],
    };
  }
  return {
    encoding: 'windows-1252',
    repairs: ['The text is not UTF-8; it was read as Windows-1252. If letters look wrong, choose another encoding.'],
  };
}

const SLICE = 1 << 20;

/** The characters in pieces, with every line break as \n, without a byte order mark and without NUL characters. */
export function* decodedPieces(given: Uint8Array, encoding: Encoding): Generator<{ text: string; removed: number }> {
  const decoder = new TextDecoder(encoding);
  const bytes = encoding.startsWith('utf-16') ? given.subarray(0, given.length - (given.length % 2)) : given;
  // A \r at the end of a piece may be the first half of a \r\n.
  let kept = '';
  for (let start = 0; start < bytes.length; start += SLICE) {
    const isLast = start + SLICE >= bytes.length;
    const decoded = kept + decoder.decode(bytes.subarray(start, start + SLICE), { stream: !isLast });
    kept = !isLast && decoded.endsWith('\r') ? '\r' : '';
    const whole = kept === '' ? decoded : decoded.slice(0, -1);
    const lines = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
    const text = lines.includes('\0') ? lines.replaceAll('\0', '') : lines;
    yield { text, removed: lines.length - text.length };
  }
}
