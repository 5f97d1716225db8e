/**
 * The engine's values as exact JSON, as tests/native/json_format.hpp reads and writes them. A number that JSON does not
 * support is a string, and a typed array an object that names its kind.
 */

const ARRAYS = { f64: Float64Array, i32: Int32Array, u8: Uint8Array } as const;
type Kind = keyof typeof ARRAYS;

const STRANGE = ['NaN', 'Infinity', '-Infinity'];

function toJsonNumber(value: number): number | string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}

/** One line. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number') return toJsonNumber(part);
    for (const [kind, TypedArray] of Object.entries(ARRAYS)) {
      if (part instanceof TypedArray) return { [kind]: [...part] };
    }
    return part;
  });
}

function revived(part: unknown): unknown {
  if (typeof part === 'string' && STRANGE.includes(part)) return Number(part);
  if (typeof part !== 'object' || part === null) return part;
  const [entry, ...others] = Object.entries(part);
  if (!entry || others.length > 0 || !(entry[0] in ARRAYS)) return part;
  return ARRAYS[entry[0] as Kind].from(entry[1] as number[]);
}

export function fromJson(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) => revived(part));
}
