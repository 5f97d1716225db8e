/** What a subject's file says, as it is read. */
import type { CodeLanguage, Condition, Phase, TermArray } from '../explanation';
import type { FrontMatter } from './front-matter.js';

export interface TermSource {
  readonly id: string;
  /** LaTeX. */
  readonly letter: string;
  readonly array: TermArray;
  readonly label: string;
  /** How each language writes it; where several fit, the longest is meant. */
  readonly phrases: Readonly<Record<CodeLanguage, readonly string[]>>;
  readonly line: number;
}

export interface FenceSource {
  readonly language: 'math' | 'arithmetic' | 'onnx' | CodeLanguage;
  /** What stands behind the language, or the name of the section. */
  readonly label: string;
  readonly section: string;
  readonly phase: Phase;
  readonly when: Condition | null;
  readonly lines: readonly string[];
  /** Of the first line within. */
  readonly line: number;
}

export interface SubjectSource {
  readonly id: string;
  /** Path from the root, for messages. */
  readonly file: string;
  readonly front: FrontMatter;
  readonly title: string;
  readonly sentence: string;
  readonly terms: readonly TermSource[];
  readonly fences: readonly FenceSource[];
  /** The line of the table's head, to blame for what is missing below it. */
  readonly line: number;
}

/** How one language writes one term. */
export interface Phrase {
  readonly text: string;
  readonly term: string;
}

/** The front matter of a part's page, checked. */
export interface CataloguePage {
  /** The subject's id. */
  readonly subject: string;
  readonly file: string;
  readonly part: 'operation' | 'loss' | 'optimiser' | 'layer' | 'framework';
  /** Of an operation only. */
  readonly role: unknown;
  readonly values: Readonly<Record<string, unknown>>;
}
