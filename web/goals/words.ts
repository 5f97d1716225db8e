/** A goal in words. */
import type { Condition, Goal, Operator } from './goal';
import type { QuantityKind } from './quantities';

const BOUND_WORDS: Readonly<Record<Operator, string>> = {
  '<': 'under',
  '<=': 'of at most',
  '>': 'over',
  '>=': 'of at least',
};
const UNIT_WORDS: Readonly<Record<string, string>> = { $1000s: 'thousand dollars' };
const RESTRICTIONS: Readonly<Record<Exclude<QuantityKind, 'result'>, string>> = {
  size: 'with',
  effort: 'in',
  rate: 'at',
};

/** “Reach a test RMSE under 4 (thousand dollars) with at most 200 parameters.” `unit` is the target's. */
export function goalInWords({ conditions, allowsEdits }: Goal, unit: string): string {
  const results = conditions.filter(({ quantity }) => quantity.kind === 'result');
  const restrictions = conditions.filter(({ quantity }) => quantity.kind !== 'result');
  const words = [
    `Reach ${listed(results.map((result) => `a ${conditionInWords(result, unit)}`))}`,
    ...(restrictions.length === 0 ? [] : [listed(restrictions.map(restriction))]),
  ].join(' ');
  return allowsEdits ? `${words}. Parameters may be edited by hand.` : `${words}.`;
}

/** “test RMSE under 4 (thousand dollars)”, “at most 200 parameters”. */
export function conditionInWords({ quantity, operator, limit }: Condition, unit: string): string {
  switch (quantity.kind) {
    case 'result':
      return `${quantity.title} ${BOUND_WORDS[operator]} ${written(limit)}${unitInWords(quantity.unitPower, unit)}`;
    case 'rate':
      return `${quantity.title} ${BOUND_WORDS[operator]} ${written(limit)}`;
    default:
      return `${operator === '<' ? 'fewer than' : 'at most'} ${written(limit)} ${limit === 1 ? quantity.title.replace(/s$/, '') : quantity.title}`;
  }
}

function restriction(condition: Condition): string {
  const { kind } = condition.quantity;
  const words = conditionInWords(condition, '');
  return kind === 'result' ? words : `${RESTRICTIONS[kind]} ${kind === 'rate' ? 'a ' : ''}${words}`;
}

function unitInWords(power: 0 | 1 | 2, unit: string): string {
  if (power === 0 || unit === '') return '';
  const words = UNIT_WORDS[unit] ?? unit;
  return power === 1 ? ` (${words})` : ` (${words}, squared)`;
}

function written(limit: number): string {
  return String(limit).replace('-', '−');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
