/**
 * The content of the page of a part (an operation, a loss, an optimiser or a layer type) for the Inside view and for
 * exports. The small catalogue of all parts is in `parts.ts`.
 */
import type { Condition, Phase } from './explanation';

/** Text with `{name}` placeholders, and the circumstances in which it applies. */
export interface Sentence {
  readonly when: Condition | null;
  readonly text: string;
}

/**
 * One number, or all numbers of an array: `i` and `j` are the row and column of the result, any other letter is an
 * index of the sum.
 */
export interface ArrayReference {
  /** `input`, `parameter`, `predictions`, …, the name of a setting, or that of an optimiser's state. */
  readonly array: string;
  readonly row: string;
  readonly column: string;
  /** Written with the opposite sign. */
  readonly isNegated: boolean;
  /** It is already in brackets, so a negative number needs none. */
  readonly isBracketed: boolean;
}

/** The arithmetic of one number of `target`: `before`, the body once for each value of the indices `over`, `after`. */
export interface ArithmeticRule {
  readonly target: string;
  readonly when: Condition | null;
  /** Applies only if this number is above 0; null if it always applies. */
  readonly ifPositive: ArrayReference | null;
  readonly before: string;
  readonly over: readonly string[];
  readonly body: readonly (string | ArrayReference)[];
  readonly after: readonly (string | ArrayReference)[];
}

/** A formula in which each term is `{term}`, so that a network can insert its own names. */
export interface FormulaTemplate {
  readonly label: string;
  readonly phase: Phase;
  readonly when: Condition | null;
  readonly mathml: string;
}

/** The content of a part's page for the Inside view. */
export interface PartWalk {
  readonly forward: readonly Sentence[];
  readonly backward: readonly Sentence[];
  readonly update: readonly Sentence[];
  readonly arithmetic: readonly ArithmeticRule[];
  readonly formulas: readonly FormulaTemplate[];
  /** The ids of the page's terms, by the array they stand for. */
  readonly terms: Readonly<Record<string, string>>;
  /** The meanings of these arrays, in words. */
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

/** The content of a page for exports, of a part or of a class that parts build on. */
export interface PartProgram {
  /** Python: the class, as the page shows it. */
  readonly numpy: readonly Sentence[];
  /** Expressions that create one, with `{setting}` placeholders; none if nothing has to be created. */
  readonly numpyCall: readonly Sentence[];
  readonly pytorchCall: readonly Sentence[];
  /** Python: the class of a module, for an operation that PyTorch does not have in this form. */
  readonly pytorchModule: readonly Sentence[];
  /**
   * For a loss: PyTorch's module for its mean over the rows, its sum over the rows, and the quantity that training
   * minimises, written with `{loss}` (the mean over the rows) and `{rows}`.
   */
  readonly pytorchLoss: readonly Sentence[];
  readonly pytorchSum: readonly Sentence[];
  readonly objective: readonly Sentence[];
  readonly onnx: readonly { readonly when: Condition | null; readonly steps: readonly OnnxStep[] }[];
}
