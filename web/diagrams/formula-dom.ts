/** Formulas of explanations as elements, with the names, shapes and numbers of a network in place of their terms. */
import type { Explanation, Term } from '../explanations/explanation';
import { type LiveTerms, liveShape, liveTerm } from './live-terms';
import { liveMathml, nameMathml } from './term-mathml';

function parsed(mathml: string): Element {
  const template = document.createElement('template');
  template.innerHTML = mathml;
  return template.content.firstElementChild as Element;
}

/** A `<math>` whose terms carry their ids as `data-term`; only those that are known live are replaced. */
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
      if (found === undefined) {
        element.setAttribute('data-term', term.id);
        continue;
      }
      const piece = liveMathml(found.name, liveShape(found), found.value, showsNumbers);
      element.replaceWith(...parsed(`<math><mrow data-term="${term.id}">${piece}</mrow></math>`).childNodes);
    }
  }
  return math;
}

/** The letter of a term by itself. */
export function symbolElement(term: Term, live: LiveTerms): Element {
  const found = liveTerm(live, term);
  return parsed(found === undefined ? term.symbol : `<math>${nameMathml(found.name)}</math>`);
}

/** The letter of a term in plain text: `W1`, `∂L/∂W`. */
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
      return parts.join(parts[1] === 'T' ? '' : '^').replace(/T$/, 'ᵀ');
    default:
      return parts.join('').trim();
  }
}
