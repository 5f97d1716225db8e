/** Bytes as text for an address: raw DEFLATE (RFC 1951), then base64url (RFC 4648, section 5) without padding. */

type Bytes = Uint8Array<ArrayBuffer>;

export async function packed(bytes: Bytes): Promise<string> {
  const compressed = await collected(piped(bytes, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  const binary = Array.from(compressed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes that `packed` was given; null for other texts, and if there are more than `most` bytes. */
export async function unpacked(text: string, most: number): Promise<Bytes | null> {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const compressed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return await collected(piped(compressed, new DecompressionStream('deflate-raw')), most);
  } catch {
    return null;
  }
}

function piped(bytes: Bytes, through: CompressionStream | DecompressionStream): ReadableStream<Bytes> {
  return new Blob([bytes]).stream().pipeThrough(through);
}

/** Stops at `most` bytes, because a few bytes can unpack to any number of bytes. */
async function collected(stream: ReadableStream<Bytes>, most: number): Promise<Bytes> {
  const reader = stream.getReader();
  const parts: Bytes[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`There are more than ${most} bytes.`);
    }
    parts.push(value);
  }
}
