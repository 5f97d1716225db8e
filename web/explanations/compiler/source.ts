/** The content of a subject's file, as it is read. */
import type { CodeLanguage, Condition, Phase, TermArray } from '../explanation';
import type { FrontMatter } from './front-matter.js';

export interface TermSource {
  readonly id: string;
  /** LaTeX. */
  readonly letter: string;
  readonly array: TermArray;
  readonly label: string;
  /** The spellings in each language; if several match, the longest counts. */
  readonly phrases: Readonly<Record<CodeLanguage, readonly string[]>>;
  readonly line: number;
}

export interface FenceSource {
  readonly language: 'math' | 'arithmetic' | 'onnx' | CodeLanguage;
  /** The text after the language, or the name of the section. */
  readonly label: string;
  readonly section: string;
  readonly phase: Phase;
  readonly when: Condition | null;
  readonly lines: readonly string[];
  /** The line number of its first line. */
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
  /** The line of the table's head, for errors about what is missing below it. */
  readonly line: number;
}

/** The spellings of one term in one language. */
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
