/** A text as a QR code (ISO/IEC 18004), drawn as one SVG path. */
import { encode } from 'uqr';

/** Of more modules than this, a phone at the back of a room reads none. */
const LARGEST_VERSION = 22;

/** Modules of light around the code that a reader needs, by the standard. */
const QUIET = 4;

export interface QrCode {
  /** Modules on each side, with the quiet ones. */
  readonly size: number;
  /** The dark modules, one unit each. */
  readonly path: string;
}

/** Null for a text too long to be read from afar. */
export function qrCode(text: string): QrCode | null {
  try {
    const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET, maxVersion: LARGEST_VERSION });
    return { size, path: data.flatMap(darkRuns).join('') };
  } catch {
    // The encoder's one complaint is that the text does not fit.
    return null;
  }
}

function darkRuns(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; ) {
    const end = row.indexOf(!row[x], x);
    const next = end < 0 ? row.length : end;
    if (row[x]) runs.push(`M${x} ${y}h${next - x}v1h${x - next}z`);
    x = next;
  }
  return runs;
}
