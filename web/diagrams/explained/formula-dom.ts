/**
 * Builds the formulas of explanations as elements, with a network's names, shapes and numbers in place of the terms.
 */
import type { Explanation, Term } from '../../explanations/explanation';
import { shapeText } from '../pass/names';
import { type LiveTerm, type LiveTerms, liveTerm } from './live-terms';
import { matrixMathml, nameMathml, numberMathml } from './term-mathml';

function parsed(mathml: string): Element {
  const template = document.createElement('template');
  template.innerHTML = mathml;
  return template.content.firstElementChild as Element;
}

const row = (content: string): Element => parsed(`<math><mrow>${content}</mrow></math>`).firstElementChild as Element;

/** A piece with a few words below it. */
function over(piece: Element, below: string): Element {
  const under = parsed(`<math><munder><mtext class="below">${below}</mtext></munder></math>`)
    .firstElementChild as Element;
  piece.replaceWith(under);
  under.prepend(piece);
  return under;
}

/** The elements with a base as their first part and scripts at its corners. */
const CORNERS = new Set(['msup', 'msub', 'msubsup']);

/** The base with its scripts, and whether they transpose it; the base alone if it has none. */
function withCorners(base: Element): { piece: Element; isTransposed: boolean } {
  const parent = base.parentElement;
  if (!parent || !CORNERS.has(parent.localName) || parent.firstElementChild !== base) {
    return { piece: base, isTransposed: false };
  }
  return { piece: parent, isTransposed: parent.lastElementChild?.textContent?.trim() === 'T' };
}

/** Replaces a term by its name with the shape below, or by its numbers with the name below. */
function fill(element: Element, found: LiveTerm, showsNumbers: boolean): Element {
  const letters = nameMathml(found.name);
  // What a derivative is taken with respect to is shown as a name, never as a number.
  const isOnlyName = element.previousElementSibling?.textContent === '∂';
  if (showsNumbers && !isOnlyName) {
    const { value } = found;
    const numbers = row(typeof value === 'number' ? numberMathml(value) : matrixMathml(value));
    element.replaceWith(numbers);
    return over(numbers, found.name);
  }
  const name = row(letters);
  element.replaceWith(name);
  if (isOnlyName || typeof found.value === 'number') return name;
  const { piece, isTransposed } = withCorners(name);
  const { rows, columns } = found.value;
  return over(piece, shapeText(isTransposed ? { rows: columns, columns: rows } : found.value));
}

/** A `<math>` whose terms have their ids as `data-term`; terms with live values show their names or numbers. */
export function formulaElement(
  mathml: string,
  { terms }: Pick<Explanation, 'terms'>,
  live: LiveTerms,
  showsNumbers: boolean,
): Element {
  const math = parsed(mathml);
  for (const term of terms) {
    const found = liveTerm(live, term);
    for (const element of math.querySelectorAll(`.term-${term.id}`)) {
      const filled = found === undefined ? element : fill(element, found, showsNumbers);
      filled.setAttribute('data-term', term.id);
    }
  }
  return math;
}

/** The symbol of a term alone. */
export function symbolElement(term: Term, live: LiveTerms): Element {
  const found = liveTerm(live, term);
  return parsed(found === undefined ? term.symbol : `<math>${nameMathml(found.name)}</math>`);
}

/** The symbol of a term in plain text: `W1`, `∂L/∂W`. */
export function symbolText(term: Term, live: LiveTerms): string {
  return liveTerm(live, term)?.name ?? plain(parsed(term.symbol));
}

function plain(node: Node): string {
  if (node.childNodes.length === 0) return node.textContent ?? '';
  const parts = [...node.childNodes].map(plain);
  switch (node.nodeName.toLowerCase()) {
    case 'mfrac':
      return parts.join('/');
    case 'msup':
      return `${parts[0]}${{ T: 'ᵀ', 2: '²' }[parts[1] ?? ''] ?? parts[1]}`;
    case 'mover':
      // The line over a mean, as a combining character.
      return `${parts[0]}\u0304`;
    default:
      return parts.join('').trim();
  }
}
