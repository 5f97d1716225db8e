/**
 * What the page of a part (an operation, a loss, an optimiser or a layer type) says for the walk through a pass and for
 * exports. The catalogue of all parts, small and known at once, is `parts.ts`.
 */
import type { Condition, Phase } from './explanation';

/** Text with `{name}` placeholders, for the circumstances in which it holds. */
export interface Sentence {
  readonly when: Condition | null;
  readonly text: string;
}

/**
 * One number, or all numbers of one or two dimensions, of an array: `i` and `j` are row and column of the number that is
 * worked out, any other letter is an index that is summed over.
 */
export interface ArrayReference {
  /** `input`, `parameter`, `predictions`, …, the name of a setting, or that of an optimiser's state. */
  readonly array: string;
  readonly row: string;
  readonly column: string;
  /** Written with the opposite sign. */
  readonly isNegated: boolean;
  /** Brackets already surround it, so that a negative number needs none of its own. */
  readonly isBracketed: boolean;
}

/** How one number of `target` is worked out: `before`, the body once for each value of the indices `over`, `after`. */
export interface ArithmeticRule {
  readonly target: string;
  readonly when: Condition | null;
  /** Holds only where this number is above 0; null where it always does. */
  readonly ifPositive: ArrayReference | null;
  readonly before: string;
  readonly over: readonly string[];
  readonly body: readonly (string | ArrayReference)[];
  readonly after: readonly (string | ArrayReference)[];
}

/** A formula in which each term stands as `{term}`, so that a network can put its own names there. */
export interface FormulaTemplate {
  readonly label: string;
  readonly phase: Phase;
  readonly when: Condition | null;
  readonly mathml: string;
}

/** What the walk through a pass says of a part. */
export interface PartWalk {
  readonly forward: readonly Sentence[];
  readonly backward: readonly Sentence[];
  readonly update: readonly Sentence[];
  readonly arithmetic: readonly ArithmeticRule[];
  readonly formulas: readonly FormulaTemplate[];
  /** The ids of the page's terms, by the array they stand for. */
  readonly terms: Readonly<Record<string, string>>;
  /** What these arrays are, in words. */
  readonly labels: Readonly<Record<string, string>>;
  /** Their letters, as plain text: `η`. */
  readonly letters: Readonly<Record<string, string>>;
}

export interface OnnxStep {
  readonly output: string;
  readonly operator: string;
  /** Names of arrays (`input`, `parameter`, an earlier output) or of settings, and constants. */
  readonly inputs: readonly (string | number)[];
}

/** What exports write of a part, or of a class that parts build on. */
export interface PartProgram {
  /** Python: the class as the page shows it. */
  readonly numpy: readonly Sentence[];
  /** Expressions that make one, with `{setting}` placeholders; none where nothing needs to be made. */
  readonly numpyCall: readonly Sentence[];
  readonly pytorchCall: readonly Sentence[];
  /** Python: a module of its own, for what PyTorch does not have as the page has it. */
  readonly pytorchModule: readonly Sentence[];
  /** Of a loss: its sum over the rows, and what training minimises, made of that `{sum}` and the number of `{rows}`. */
  readonly pytorchSum: readonly Sentence[];
  readonly objective: readonly Sentence[];
  readonly onnx: readonly { readonly when: Condition | null; readonly steps: readonly OnnxStep[] }[];
}
