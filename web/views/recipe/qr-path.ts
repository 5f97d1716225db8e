/** A text as a QR code (ISO/IEC 18004), drawn as one SVG path. */
import { encode } from 'uqr';

/** The largest QR version that a phone can read from a distance. */
const LARGEST_VERSION = 22;

/** Light modules around the code, as the standard requires. */
const QUIET = 4;

export interface QrCode {
  /** Modules on each side, with the light border. */
  readonly size: number;
  /** The dark modules, one unit each. */
  readonly path: string;
}

/** Null if the text is too long for that version. */
export function qrCode(text: string): QrCode | null {
  try {
    const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET, maxVersion: LARGEST_VERSION });
    return { size, path: data.flatMap(darkRuns).join('') };
  } catch {
    // The encoder fails only if the text does not fit.
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
