/** A goal beside the recipe in a link: `preset=chapter-3-linear&goal=test-rmse%3C4%2Cparameters%3C%3D200`. */
import { type Goal, goalText } from './goal';
import { parseGoal } from './parse';

const FIELD = 'goal';

export type LinkedGoal =
  /** Null if the link has none. */
  { readonly ok: true; readonly goal: Goal | null } | { readonly ok: false; readonly sentence: string };

/** The part of a link after the `#`, with a goal. */
export function withLinkedGoal(link: string, goal: Goal | null): string {
  return goal === null ? link : `${link}&${new URLSearchParams({ [FIELD]: goalText(goal) })}`;
}

export function readLinkedGoal(link: string): LinkedGoal {
  const text = new URLSearchParams(link).get(FIELD);
  if (text === null) return { ok: true, goal: null };
  const result = parseGoal(text);
  return result.ok ? result : { ok: false, sentence: `The goal in the link cannot be judged. ${result.sentence}` };
}
