/**
 * The expressions in a lesson's front matter: JavaScript over the sources. They are part of the repository and only run
 * in tests.
 */
import type { Sources } from './sources';

/** The value of an expression. Throws any error of its evaluation; a SyntaxError if it is not an expression. */
export function computed(expression: string, sources: Sources): unknown {
  const compute = new Function(...Object.keys(sources), `'use strict'; return (${expression});`);
  return compute(...Object.values(sources));
}
