/** As `engines` in package.json says; a test compares them. */
const OLDEST = [20, 19];

/** A sentence if this version of Node is too old, or else null. Written for old versions of Node to run. */
export function tooOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `This is Node ${version}; minifactory needs ${OLDEST.join('.')} or later. Install a newer Node from https://nodejs.org, then try again.`;
}
