/**
 * The part of the Protocol Buffers wire format that an ONNX model needs: https://protobuf.dev/programming-
 * guides/encoding
 */

const VARINT = 0;
const LENGTH_DELIMITED = 2;

const ENCODER = new TextEncoder();

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Seven bits in each byte, the lowest first; the top bit means that more follow. `value` is a whole number from 0. */
function varint(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.of(...bytes, rest);
}

const tag = (field: number, wireType: number): Uint8Array => varint(field * 8 + wireType);

/** Field number `field` with a whole number from 0 to 2⁵³. */
export function wholeNumber(field: number, value: number): Uint8Array<ArrayBuffer> {
  return joined([tag(field, VARINT), varint(value)]);
}

export function bytes(field: number, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined([tag(field, LENGTH_DELIMITED), varint(value.length), value]);
}

export function text(field: number, value: string): Uint8Array<ArrayBuffer> {
  return bytes(field, ENCODER.encode(value));
}

/** A nested message. */
export function submessage(field: number, fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return bytes(field, message(fields));
}

/** Fields, in any order, as one message. */
export function message(fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joined(fields);
}
