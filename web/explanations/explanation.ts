/**
 * A subject of the course (a function, an operation, a layer, …) as formula and as code, compiled at build time. A term
 * has the same id everywhere, so that formula, diagram and code can highlight the same quantity.
 */

/**
 * The array of a pass that a term stands for, so that its live numbers can be shown: one of those that every pass has,
 * or one that the part declares (`mask`, `velocity`); null if no pass contains it.
 */
export type TermArray = string | null;

/** All clauses must be true; a clause names a setting of the part, a quirk of the recipe, or `mode`. */
export type Condition = readonly { readonly name: string; readonly is: string | boolean }[];

/** The values that conditions are checked against: settings, quirks and the mode of the pass. */
export type Circumstances = Readonly<Record<string, unknown>>;

export const holds = (when: Condition | null, circumstances: Circumstances): boolean =>
  when === null || when.every(({ name, is }) => circumstances[name] === is || String(circumstances[name]) === is);

/** One quantity that occurs in formulas and code. */
export interface Term {
  /** Kebab-case; unique in its explanation. */
  readonly id: string;
  /** In words: `the features, one row for each neighbourhood`. */
  readonly label: string;
  /** The letter of the formulas, as a whole `<math>` element. */
  readonly symbol: string;
  readonly array: TermArray;
}

/** The phase that a formula or a listing belongs to; `definition` if it has no direction. */
export type Phase = 'forward' | 'backward' | 'update' | 'definition';

export interface Formula {
  /** In words: `Forward`, `∂L/∂W, for the weights`. */
  readonly label: string;
  readonly phase: Phase;
  /** The runs it applies to; null for all. */
  readonly when: Condition | null;
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

export type CodeLanguage = 'numpy' | 'cpp' | 'pytorch';

/** One piece of code. */
export interface Listing {
  readonly language: CodeLanguage;
  /** Its title: `Forward`, `SGD::update`. */
  readonly label: string;
  readonly phase: Phase;
  /** The runs it applies to; null for all. */
  readonly when: Condition | null;
  /** For C++, the place in this project: path from the root, line counted from 1. Null for snippets. */
  readonly source: { readonly file: string; readonly line: number } | null;
  /** An empty line has no tokens. */
  readonly lines: readonly (readonly Token[])[];
}

/** A term, by its own letter or by another name; plain text if the explanation has no such term. */
export interface PictureTerm {
  readonly id: string;
  readonly name: string | null;
}

export interface PictureEdge {
  readonly forward: readonly PictureTerm[];
  /** Gradients, which run backward along the edge. */
  readonly backward: readonly PictureTerm[];
}

export interface PictureBox {
  readonly letter: string;
  /** The term that the box itself stands for, if any. */
  readonly term: string | null;
  readonly hanging: readonly PictureTerm[];
  /** Gradients of the terms that hang below, and slopes of the box. */
  readonly gradients: readonly PictureTerm[];
}

/** A row of boxes, and the edges before, between and after them. */
export interface TermPicture {
  readonly boxes: readonly PictureBox[];
  readonly edges: readonly PictureEdge[];
}

export interface Explanation {
  /** Kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What it is or does, in one sentence. */
  readonly sentence: string;
  /** Null for an explanation that comes with a diagram of its own. */
  readonly picture: TermPicture | null;
  readonly formulas: readonly Formula[];
  readonly terms: readonly Term[];
  readonly listings: readonly Listing[];
}

/** The facts about an explanation that are known before it is loaded. */
export type ExplanationName = Pick<Explanation, 'id' | 'title'>;
