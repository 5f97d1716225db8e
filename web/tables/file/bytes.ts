/** The bytes of a file, unpacked if it is compressed with gzip. */
import { TableError } from '../table-error';
import { grouped, LIMITS } from './limits';

/** How far the reading of a file is. */
export interface Progress {
  readonly step: 'open' | 'split' | 'understand';
  /** From 0 to 1, within this step. */
  readonly share: number;
}

export interface ReadOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the reading, which then fails with CANCELLED. */
  readonly signal?: AbortSignal;
}

/** Error CANCELLED once the signal says stop. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new TableError('CANCELLED', 'The file was not opened: you cancelled it.');
}

/** Reports progress, lets waiting messages in, such as one that cancels, and throws CANCELLED if it came. */
export async function breathe(options: ReadOptions, step: Progress['step'], share: number): Promise<void> {
  options.onProgress?.({ step, share });
  await new Promise((resolve) => setTimeout(resolve));
  throwIfCancelled(options.signal);
}

/** How files that are not text begin, and what to do with them. */
const SIGNATURES: readonly (readonly [start: string, what: string])[] = [
  ['504b0304', 'an Excel workbook or another ZIP archive. Open it in a spreadsheet and save it as CSV'],
  ['d0cf11e0', 'an old Excel or Office document. Open it in a spreadsheet and save it as CSV'],
  ['25504446', 'a PDF document. Copy its table into a spreadsheet and save it as CSV'],
  ['89504e47', 'a picture (PNG). Choose a CSV file'],
  ['ffd8ff', 'a picture (JPEG). Choose a CSV file'],
  ['47494638', 'a picture (GIF). Choose a CSV file'],
  ['53514c697465', 'an SQLite database. Export its table as CSV'],
  ['50415231', 'a Parquet file. Save its table as CSV'],
  ['89484446', 'an HDF5 file. Save its table as CSV'],
  ['934e554d5059', 'a NumPy array. Save it with numpy.savetxt and delimiter=","'],
  ['425a68', 'packed with bzip2. Unpack it, or pack it with gzip'],
  ['28b52ffd', 'packed with Zstandard. Unpack it, or pack it with gzip'],
  ['377abcaf', 'a 7-Zip archive. Unpack it, or pack it with gzip'],
  ['fd377a58', 'packed with xz. Unpack it, or pack it with gzip'],
];

/** Error NOT_TEXT with a sentence that says what the file is, if its first bytes tell. */
function refuseOtherFormats(bytes: Uint8Array): void {
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (found !== undefined) throw new TableError('NOT_TEXT', `The file is not CSV but ${found[1]}.`);
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const tooLarge = () =>
  new TableError(
    'TOO_LARGE',
    `The file has more than ${grouped(LIMITS.bytes / 1e6)} MB (unpacked), which is the limit. Keep fewer rows or columns.`,
  );

const SLICE = 1 << 20;

/** The file in slices, which report progress as they are taken. */
function slices(file: Blob, options: ReadOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  let start = 0;
  return new ReadableStream({
    async pull(controller) {
      if (start >= file.size) return controller.close();
      await breathe(options, 'open', start / file.size);
      const slice = file.slice(start, start + SLICE);
      start += SLICE;
      controller.enqueue(new Uint8Array(await slice.arrayBuffer()));
    },
  });
}

/** The parts of a stream one after the other. Error TOO_LARGE as soon as there are more bytes than allowed. */
async function joined(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LIMITS.bytes) {
      // An error of the cancelled stream says nothing new.
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Errors: EMPTY_FILE, TOO_LARGE, NOT_TEXT, DAMAGED_FILE if a packed file cannot be unpacked, CANCELLED. */
export async function fileBytes(file: Blob, options: ReadOptions = {}): Promise<Uint8Array> {
  throwIfCancelled(options.signal);
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  refuseOtherFormats(start);
  if (!isGzip(start)) {
    if (file.size > LIMITS.bytes) throw tooLarge();
    return checked(await joined(slices(file, options)));
  }
  try {
    const unpacked = slices(file, options).pipeThrough(new DecompressionStream('gzip'));
    return checked(await joined(unpacked as ReadableStream<Uint8Array>));
  } catch (error) {
    throwIfCancelled(options.signal);
    if (error instanceof TableError) throw error;
    throw new TableError(
      'DAMAGED_FILE',
      'The packed file (.gz) is damaged or cut off, so it cannot be unpacked. Download or pack it again.',
    );
  }
}

function checked(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0)
    throw new TableError('EMPTY_FILE', 'The file is empty. Choose a file with at least two rows.');
  if (isGzip(bytes)) throw new TableError('NOT_TEXT', 'The file was packed twice with gzip. Unpack it once.');
  refuseOtherFormats(bytes);
  return bytes;
}
