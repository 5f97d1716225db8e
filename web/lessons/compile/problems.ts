/** The problems of a lesson, collected while compiling so that an author sees all of them at once. */
import type { Node } from 'unist';
import { nearest } from '../../recipe/nearest';

export interface Problem {
  readonly line: number;
  readonly sentence: string;
}

export class Problems {
  readonly #found: Problem[] = [];

  /** In the order of their lines. */
  get found(): readonly Problem[] {
    return this.#found.toSorted((a, b) => a.line - b.line);
  }

  /** `where`: the line, or the node on it. */
  report(where: Node | number, sentence: string): void {
    const line = typeof where === 'number' ? where : (where.position?.start.line ?? 1);
    this.#found.push({ line, sentence });
  }
}

/** Reports an unknown name, and the most similar known one. */
export function unknownName(what: string, name: string, known: Iterable<string>): string {
  const near = nearest(name, [...known]);
  return `There is no ${what} “${name}”.${near === undefined ? '' : ` Is “${near}” meant?`}`;
}
