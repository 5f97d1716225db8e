/** Reads the expression of a goal, which may come from anyone. */
import { nearest } from '../recipe/nearest';
import { shown } from '../recipe/problem';
import { type Condition, EDITS_ALLOWED, type Goal, type Operator } from './goal';
import { QUANTITIES, type Quantity, quantityNamed } from './quantities';

/** In characters; a goal with every quantity is shorter. */
export const LONGEST_GOAL = 400;

export type GoalResult =
  | { readonly ok: true; readonly goal: Goal }
  /** One or more sentences: the condition, what is wrong with it, what is allowed. */
  | { readonly ok: false; readonly sentence: string };

const EXAMPLE = 'Write a goal like test-rmse<4, parameters<=200.';
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const OPERATORS: Readonly<Record<string, Operator>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
};

/** What is wrong with a term, as the end of a sentence that begins with the term. */
class Mistake {
  constructor(readonly words: string) {}
}

export function parseGoal(text: string): GoalResult {
  if (text.length > LONGEST_GOAL)
    return refused(`A goal has at most ${LONGEST_GOAL} characters; this has ${text.length}.`);
  if (text.trim() === '') return refused(`The goal is empty. ${EXAMPLE}`);
  const terms = text.split(',').map((term) => term.trim());
  const conditions = terms.map((term) => (term === EDITS_ALLOWED ? null : condition(term)));
  const wrong = conditions.flatMap((each, index) =>
    each instanceof Mistake ? [`Condition ${index + 1}, ${shown(terms[index])}, ${each.words}`] : [],
  );
  if (wrong.length > 0) return refused(wrong.join(' '));
  const goal: Goal = {
    conditions: conditions.filter((each): each is Condition => each !== null),
    allowsEdits: terms.includes(EDITS_ALLOWED),
  };
  const sentence = wholeProblem(goal);
  return sentence === null ? { ok: true, goal } : refused(sentence);
}

function refused(sentence: string): GoalResult {
  return { ok: false, sentence };
}

function condition(term: string): Condition | Mistake {
  if (term === '') return new Mistake(`is empty: there is a comma too many. ${EXAMPLE}`);
  const [, name = '', sign = '', number = ''] = /^([^<>=≤≥\s]*)\s*([<>=≤≥]*)\s*(.*)$/.exec(term) ?? [];
  const quantity = quantityNamed(name);
  if (quantity === undefined) return new Mistake(unknown(name));
  const operator = Object.hasOwn(OPERATORS, sign) ? OPERATORS[sign] : undefined;
  if (operator === undefined || isAbove(operator) !== (quantity.better === 'more'))
    return new Mistake(wrongSign(quantity));
  if (!DECIMAL.test(number) || !Number.isFinite(Number(number))) {
    return new Mistake(`needs a number with a decimal point after ${sign}; it has ${shown(number)}.`);
  }
  const limit = Number(number);
  if (quantity.better === 'less' ? limit <= quantity.bound : limit >= quantity.bound)
    return new Mistake(outOfReach(quantity));
  return { quantity, operator, limit };
}

function isAbove(operator: Operator): boolean {
  return operator === '>' || operator === '>=';
}

function unknown(name: string): string {
  const names = QUANTITIES.map((quantity) => quantity.name);
  const similar = nearest(name, [...names, EDITS_ALLOWED]);
  const advice = similar === undefined ? `A goal can ask for ${names.join(', ')}.` : `Did you mean ${similar}?`;
  return name === ''
    ? `does not begin with a quantity. ${advice}`
    : `asks for ${shown(name)}, which is not a quantity of a run. ${advice}`;
}

function wrongSign({ name, better }: Quantity): string {
  const [strict, loose] = better === 'less' ? ['<', '<='] : ['>', '>='];
  return `needs ${strict} or ${loose} after ${name}, because ${better} is better.`;
}

function outOfReach({ title, better, bound }: Quantity): string {
  return better === 'less'
    ? `can never be met: write a number above ${bound} for the ${title}.`
    : `can never be met: write a number below ${bound} for the ${title}.`;
}

/** Problems of the goal as a whole. */
function wholeProblem({ conditions }: Goal): string | null {
  const names = conditions.map(({ quantity }) => quantity.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return `The goal asks for ${twice} twice. Keep the stricter condition.`;
  return conditions.some(({ quantity }) => quantity.kind === 'result')
    ? null
    : `The goal only limits a run, but does not say what to reach. ${EXAMPLE}`;
}
