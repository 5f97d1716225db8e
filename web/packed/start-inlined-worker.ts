/** Workers whose script is a text in the packed script, where the site's are files. */
import base64 from 'virtual:packed-engine';

/** Each script's address. They are kept: a worker may be started again, and its browser may read the script late. */
const addresses = new Map<string, string>();

/**
 * The engine is handed over in front of the script, so that the packed script holds it once.
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
