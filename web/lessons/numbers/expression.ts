/** The expressions of a lesson's front matter: JavaScript over the sources, written in the repository and run in tests only. */
import type { Sources } from './sources';

/** The value of an expression. Throws whatever it throws; a SyntaxError where it is none. */
export function computed(expression: string, sources: Sources): unknown {
  const compute = new Function(...Object.keys(sources), `'use strict'; return (${expression});`);
  return compute(...Object.values(sources));
}
