/**
 * What a subject of the course (a function, an operation, a layer, …) looks like as formula and as code. All of it is
 * compiled when the page is built; a term has the same id wherever it occurs, so that the tongues can point at each
 * other.
 */

/** Which array of a pass a term stands for, so that its live numbers can be shown; null for what no pass holds. */
export type TermArray =
  | 'input'
  | 'parameter'
  | 'output'
  | 'outputGradient'
  | 'inputGradient'
  | 'gradient'
  | 'targets'
  | 'predictions'
  | 'updated'
  | 'learningRate'
  | 'rows'
  | null;

/** One quantity that formulas and code have in common. */
export interface Term {
  /** Kebab-case; unique in its explanation. */
  readonly id: string;
  /** In words: `the features, one house a row`. */
  readonly label: string;
  /** The letter of the formulas, as a whole `<math>` element. */
  readonly symbol: string;
  readonly array: TermArray;
}

/** What part of the course of things a formula or a listing shows; `definition` for what has no direction. */
export type Phase = 'forward' | 'backward' | 'update' | 'definition';

export interface Formula {
  /** In words: `Forward`, `∂L/∂W, for the weights`. */
  readonly label: string;
  readonly phase: Phase;
  /** A whole `<math>` element without style attributes. Every occurrence of a term is an element of class `term-ID`. */
  readonly mathml: string;
}

export type TokenKind = 'keyword' | 'comment' | 'number' | 'string';

/** A run of characters within one line. */
export interface Token {
  readonly text: string;
  /** The id of the term it stands for. */
  readonly term?: string;
  readonly kind?: TokenKind;
}

export type Tongue = 'numpy' | 'cpp' | 'pytorch';

/** One piece of code. */
export interface Listing {
  readonly tongue: Tongue;
  /** What it is: `Forward`, `SGD::update`. */
  readonly label: string;
  readonly phase: Phase;
  /** Where the lines stand in this project, for C++: path from the root, line counted from 1. Null for snippets. */
  readonly source: { readonly file: string; readonly line: number } | null;
  /** An empty line has no tokens. */
  readonly lines: readonly (readonly Token[])[];
}

export interface Explanation {
  /** Kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What it is or does, in one sentence. */
  readonly sentence: string;
  readonly formulas: readonly Formula[];
  readonly terms: readonly Term[];
  readonly listings: readonly Listing[];
}

/** What is known of an explanation before it is loaded. */
export type ExplanationName = Pick<Explanation, 'id' | 'title'>;
