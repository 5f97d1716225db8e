import type { Problem } from '../recipe/problem';

/** A recipe that is not right; the message has one sentence for each problem. */
export class RecipeError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ sentence }) => sentence).join('\n'));
    this.name = 'RecipeError';
  }
}
