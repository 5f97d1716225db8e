/** A goal as an expression: `test-rmse<4, parameters<=200`. */
import type { Quantity } from './quantities';

export type Operator = '<' | '<=' | '>' | '>=';

export interface Condition {
  readonly quantity: Quantity;
  readonly operator: Operator;
  readonly limit: number;
}

/** All conditions must be met at the same time. */
export interface Goal {
  readonly conditions: readonly Condition[];
  /** Also counts runs with parameters that were set instead of trained. */
  readonly allowsEdits: boolean;
}

/** The term of a goal that allows edited runs. */
export const EDITS_ALLOWED = 'edits-allowed';

export function conditionText({ quantity, operator, limit }: Condition): string {
  return `${quantity.name}${operator}${limit}`;
}

/** The expression in its standard form; `parseGoal` reads it back. */
export function goalText({ conditions, allowsEdits }: Goal): string {
  return [...conditions.map(conditionText), ...(allowsEdits ? [EDITS_ALLOWED] : [])].join(',');
}

export function isMet({ operator, limit }: Condition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}
