/** Starts workers whose script is text in the packed script. */
import base64 from 'virtual:packed-engine';

/**
 * The address of each script. They are not revoked: a worker may start again, and its browser may read the script late.
 */
const addresses = new Map<string, string>();

/**
 * The engine is added before the script, so that the packed script contains it only once.
 * @param script a classic script that finds the engine in `packedEngine`
 */
export function startInlinedWorker(script: string, name: string): Worker {
  let address = addresses.get(script);
  if (address === undefined) {
    const engine = `const packedEngine = '${base64}';\n`;
    address = URL.createObjectURL(new Blob([engine, script], { type: 'text/javascript' }));
    addresses.set(script, address);
  }
  return new Worker(address, { name });
}
