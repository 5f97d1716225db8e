/** A goal in words. */
import { datasetFacts } from '../datasets/dataset-facts';
import { lossNamed } from '../explanations/parts';
import type { Recipe } from '../recipe/schema';
import type { Condition, Goal, Operator } from './goal';
import type { Quantity, QuantityKind } from './quantities';

/** The units of the numbers in a goal. */
export interface GoalUnits {
  /** Of the target; empty for a pure number. */
  readonly unit: string;
  /** The power of that unit in the recipe's loss. */
  readonly lossPower: number;
}

export const NO_UNITS: GoalUnits = { unit: '', lossPower: 0 };

export function unitsOf({ data, loss }: Recipe): GoalUnits {
  const target = datasetFacts(data.source).columns.find(({ name }) => name === data.target);
  return { unit: target?.unit ?? '', lossPower: lossNamed(loss.function).unitPower };
}

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

/** “Reach a test RMSE under 4 (thousand dollars) with at most 200 parameters.” */
export function goalInWords({ conditions, allowsEdits }: Goal, units: GoalUnits): string {
  const results = conditions.filter(({ quantity }) => quantity.kind === 'result');
  const restrictions = conditions.filter(({ quantity }) => quantity.kind !== 'result');
  const words = [
    `Reach ${listed(results.map((result) => `a ${conditionInWords(result, units)}`))}`,
    ...(restrictions.length === 0 ? [] : [listed(restrictions.map(restriction))]),
  ].join(' ');
  return allowsEdits ? `${words}. Parameters may be edited by hand.` : `${words}.`;
}

/** “test RMSE under 4 (thousand dollars)”, “at most 200 parameters”. */
export function conditionInWords({ quantity, operator, limit }: Condition, units: GoalUnits): string {
  switch (quantity.kind) {
    case 'result':
      return `${quantity.title} ${BOUND_WORDS[operator]} ${written(limit)}${unitInWords(quantity.unitPower, units)}`;
    case 'rate':
      return `${quantity.title} ${BOUND_WORDS[operator]} ${written(limit)}`;
    default:
      return `${operator === '<' ? 'fewer than' : 'at most'} ${written(limit)} ${limit === 1 ? quantity.title.replace(/s$/, '') : quantity.title}`;
  }
}

function restriction(condition: Condition): string {
  const { kind } = condition.quantity;
  const words = conditionInWords(condition, NO_UNITS);
  return kind === 'result' ? words : `${RESTRICTIONS[kind]} ${kind === 'rate' ? 'a ' : ''}${words}`;
}

function unitInWords(power: Quantity['unitPower'], { unit, lossPower }: GoalUnits): string {
  const words = unit === '' ? '' : (UNIT_WORDS[unit] ?? unit);
  const suffix =
    words === '' ? undefined : ['', ` (${words})`, ` (${words}, squared)`][power === 'loss' ? lossPower : power];
  return suffix ?? '';
}

function written(limit: number): string {
  return String(limit).replace('-', '−');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
