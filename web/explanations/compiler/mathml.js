/** LaTeX to MathML without fonts or style sheets of its own, and without style attributes, which the page forbids. */
import temml from 'temml';
import { SubjectError } from './subject-error.js';

/** `\term{id}`, or `\term[letter]{id}` if an occurrence has its own letter. */
const TERM = /\\term(?:\[([^\]]*)\])?\{([^}]*)\}/g;

/**
 * A part of Temml's tree; text has no type.
 * @typedef {{ type?: string, classes?: string[], style?: Record<string, string>, children?: Node[], toMarkup(): string }} Node
 */

/**
 * Removes style attributes. Also puts a prime beside its letter: raised as an exponent, as Temml writes it for
 * mathematical fonts, it is almost invisible in other fonts.
 * @param {Node} node
 */
function settle(node) {
  node.style = {};
  if (node.type === 'msup' && node.children?.[1]?.classes?.includes('tml-prime')) node.type = 'mrow';
  for (const child of node.children ?? []) settle(child);
}

/** The ids of the terms in a formula, in order. @param {string} latex @returns {string[]} */
export function termsIn(latex) {
  return [...latex.matchAll(TERM)].map(([, , id = '']) => id);
}

/**
 * A whole `<math>` element in which each term has the class `term-ID`. Error SubjectError.
 * @param {string} file @param {number} line of its first line
 * @param {string} latex @param {ReadonlyMap<string, string>} letters of the terms, by id
 * @param {'block' | 'inline'} display
 */
export function mathml(file, line, latex, letters, display) {
  const text = latex.replace(TERM, (_, own, id, index) => {
    const letter = letters.get(id);
    if (letter !== undefined) return `\\class{term-${id}}{${own ?? letter}}`;
    const at = line + latex.slice(0, index).split('\n').length - 1;
    throw new SubjectError(file, at, `The formula has a term "${id}" that the table does not.`);
  });
  try {
    return formula(text, display);
  } catch (error) {
    throw new SubjectError(file, line, `The LaTeX cannot be read: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * A whole `<math>` element. Error, with Temml's words for what is wrong.
 * @param {string} latex `\\class` may be used in it @param {'block' | 'inline'} display
 * @returns {string}
 */
export function formula(latex, display) {
  /** @type {Node} */
  const tree = temml.__renderToMathMLTree(latex, {
    displayMode: display === 'block',
    throwOnError: true,
    trust: (/** @type {{ command: string }} */ { command }) => command === '\\class',
  });
  settle(tree);
  return tree.toMarkup();
}
