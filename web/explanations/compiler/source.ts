/** What a subject's file says, as it is read. */
import type { Phase, TermArray, Tongue } from '../explanation';

export interface TermSource {
  readonly id: string;
  /** LaTeX. */
  readonly letter: string;
  readonly array: TermArray;
  readonly label: string;
  /** How each tongue writes it; where several fit, the longest is meant. */
  readonly phrases: Readonly<Record<Tongue, readonly string[]>>;
  readonly line: number;
}

export interface FenceSource {
  readonly language: 'math' | Tongue;
  readonly label: string;
  readonly phase: Phase;
  readonly lines: readonly string[];
  /** Of the first line within. */
  readonly line: number;
}

export interface SubjectSource {
  /** Path from the root, for messages. */
  readonly file: string;
  readonly title: string;
  readonly sentence: string;
  readonly terms: readonly TermSource[];
  readonly fences: readonly FenceSource[];
  /** The line of the table's head, to blame for what is missing below it. */
  readonly line: number;
}

/** How one tongue writes one term. */
export interface Phrase {
  readonly text: string;
  readonly term: string;
}
