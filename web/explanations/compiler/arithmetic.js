/**
 * The language of `arithmetic` fences: the arithmetic of one number of an array, one rule in each line:
 *
 *     max(0, {input})                                   an element from elements in the same place
 *     {input} if {input} > 0                            applies if the condition is true; the first rule that applies
 * counts
 *     0.2·{input}
 *     Σ k: {input[i,k]}·{parameter[k,j]}                a sum: i and j are the row and column of the result
 *     (Σ i: ({predictions[i]} − {targets[i]})²) / {rows}
 */
import { SubjectError } from './subject-error.js';

/** @typedef {import('../part').ArrayReference} ArrayReference */
/** @typedef {import('../part').ArithmeticRule} ArithmeticRule */

const REFERENCE = /\{(-?)([a-zA-Z]\w*′?)(?:\[([a-z0])(?:,([a-z0]))?\])?\}/g;

/** Error SubjectError. @param {string} file @param {import('./source').FenceSource} fence @returns {ArithmeticRule[]} */
export function arithmeticRules(file, { label: target, when, lines, line }) {
  return lines.map((text, index) => {
    const [, written = '', condition] = /^(.*?)(?: if \{([^}]*)\} > 0)?$/.exec(text) ?? [];
    const [, before = '', indices, summed = '', after = ''] =
      /^(.*?)Σ ([a-z](?:, ?[a-z])*): (.*?)(\) \/ .*)?$/.exec(written) ?? [];
    const ifPositive = condition === undefined ? null : pieces(file, line + index, `{${condition}}`)[0];
    return {
      target,
      when,
      ifPositive: typeof ifPositive === 'object' ? ifPositive : null,
      before,
      over: indices?.split(/, ?/) ?? [],
      body: pieces(file, line + index, indices === undefined ? written : summed),
      after: pieces(file, line + index, after),
    };
  });
}

/** @param {string} file @param {number} line @param {string} text @returns {(string | ArrayReference)[]} */
function pieces(file, line, text) {
  /** @type {(string | ArrayReference)[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, minus, array = '', row = 'i', column = 'j'] = match;
    if (match.index > end) found.push(text.slice(end, match.index));
    end = match.index + whole.length;
    // `[i]` is an element of a single column; without an index, it is the element in the same place.
    const isBracketed = /[(,]\s?$/.test(text.slice(0, match.index)) && /^[,)]/.test(text.slice(end));
    found.push({ array, row, column, isNegated: minus === '-', isBracketed });
  }
  if (end < text.length) found.push(text.slice(end));
  const stray = found.find((piece) => typeof piece === 'string' && /[{}]/.test(piece));
  if (stray !== undefined) {
    throw new SubjectError(file, line, `"${stray}" is not arithmetic: an array is written {input} or {input[i,k]}.`);
  }
  return found;
}
