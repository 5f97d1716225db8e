/**
 * Decides whether a goal is reached, condition by condition. Pure: the same point of a run always gets the same result.
 */
import type { Recipe } from '../recipe/schema';
import { type Condition, type Goal, isMet } from './goal';
import type { RunStanding, Standing } from './quantities';

/**
 * `open`: not met, but more training may change that. `exceeded`: this run is over the limit, but an earlier point of
 * it or another run may not be. `impossible`: no run of this recipe can meet it.
 */
export type Verdict = 'met' | 'open' | 'exceeded' | 'impossible';

export interface JudgedCondition {
  readonly condition: Condition;
  readonly verdict: Verdict;
  /** Null if there is no such number, or none yet. */
  readonly value: number | null;
}

/**
 * Why a run does not count, whatever the conditions say: it is judged on other rows than the goal was set for,
 * nothing was trained, parameters were set instead of trained, or numbers still change.
 */
export type Obstacle = 'other-rows' | 'untrained' | 'edited' | 'training';

export interface Judgement {
  readonly conditions: readonly JudgedCondition[];
  /** The most important obstacle; null if the run counts. */
  readonly obstacle: Obstacle | null;
  /** All conditions are met, and the run counts. */
  readonly isReached: boolean;
  /** Share of the conditions that are met, 0 to 1; 0 if the run does not count. */
  readonly share: number;
}

/** `setFor` is the recipe that the goal was set for; null if it applies to any recipe. */
export function judge(goal: Goal, setFor: Recipe | null, standing: Standing): Judgement {
  const conditions = goal.conditions.map((condition) => judged(condition, standing));
  const isOfOtherRows = setFor !== null && fieldsApart(goal, setFor, standing.recipe).length > 0;
  const obstacle = isOfOtherRows ? 'other-rows' : obstacleOf(goal, standing.run);
  const met = conditions.filter(({ verdict }) => verdict === 'met').length;
  const share = obstacle === null ? met / conditions.length : 0;
  return { conditions, obstacle, isReached: share === 1, share };
}

function judged(condition: Condition, standing: Standing): JudgedCondition {
  const value = condition.quantity.value(standing);
  return { condition, value, verdict: verdictOn(condition, value, standing) };
}

function verdictOn(condition: Condition, value: number | null, { recipe, run }: Standing): Verdict {
  if (value !== null && isMet(condition, value)) return 'met';
  switch (condition.quantity.kind) {
    case 'result':
      // A run has numbers for all row sets of its split.
      return run !== null && value === null ? 'impossible' : 'open';
    case 'size':
      return 'impossible';
    case 'effort':
      return value === null ? 'open' : 'exceeded';
    case 'rate':
      return isMet(condition, recipe.optimiser.learningRate) ? 'exceeded' : 'impossible';
  }
}

function obstacleOf({ allowsEdits }: Goal, run: RunStanding | null): Obstacle | null {
  if (run === null || run.batches === 0) return 'untrained';
  if (run.isEdited && !allowsEdits) return 'edited';
  return run.isPlaying ? 'training' : null;
}

/**
 * The fields in which two recipes differ and are therefore judged on other rows or another target: otherwise an easier
 * split or column would help. Validation rows are taken from the training rows; the test rows stay the same.
 */
export function fieldsApart({ conditions }: Goal, one: Recipe, other: Recipe): readonly JudgedField[] {
  const isOnTestRows = conditions.every(({ quantity }) => quantity.kind !== 'result' || quantity.set === 'test');
  const fields: readonly JudgedField[] = [
    { path: 'data.source', values: [one.data.source, other.data.source] },
    { path: 'data.target', values: [one.data.target, other.data.target] },
    { path: 'split.seed', values: [one.split.seed, other.split.seed] },
    { path: 'split.testFraction', values: [one.split.testFraction, other.split.testFraction] },
    { path: 'split.validationFraction', values: [one.split.validationFraction, other.split.validationFraction] },
  ];
  const judging = isOnTestRows ? fields.slice(0, -1) : fields;
  return judging.filter(({ values: [first, second] }) => first !== second);
}

/** A field of both recipes. */
export interface JudgedField {
  readonly path: string;
  readonly values: readonly [one: string | number, other: string | number];
}
