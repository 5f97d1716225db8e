/**
 * Conditions on fences: `{when gradient=mean and not summedBiasGradient}` after a fence's label limits it to some
 * runs. Names are settings of the part, quirks of the recipe, or `mode` (training or inference).
 */
import { SubjectError } from './subject-error.js';

/** @typedef {import('../explanation').Condition} Condition */

const CLAUSE = /^(?:(not) )?([a-zA-Z]+)(?:=([\w-]+))?$/;

/**
 * Splits the text after a fence's language into its label and its condition. Error SubjectError.
 * @param {string} file @param {number} line @param {string} text
 * @returns {{ label: string, when: Condition | null }}
 */
export function labelAndCondition(file, line, text) {
  const [, label = '', written] = /^(.*?)\s*(?:\{when ([^}]*)\})?$/.exec(text) ?? [];
  return { label, when: written === undefined ? null : condition(file, line, written) };
}

/** @param {string} file @param {number} line @param {string} written @returns {Condition} */
function condition(file, line, written) {
  return written.split(' and ').map((clause) => {
    const [, not, name, value] = CLAUSE.exec(clause.trim()) ?? [];
    if (name === undefined || (not !== undefined && value !== undefined)) {
      throw new SubjectError(file, line, `"${clause}" is not a condition: write NAME, not NAME or NAME=VALUE.`);
    }
    return { name, is: value ?? not === undefined };
  });
}
