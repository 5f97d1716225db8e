/** The goal on the page, and whether its run has reached it. */
import { type Goal, goalText } from '../../goals/goal';
import { type Judgement, judge } from '../../goals/judge';
import type { RunStanding, Standing } from '../../goals/quantities';
import type { Recipe } from '../../recipe/schema';
import type { RunPoint } from '../../worker/protocol';
import { isChanged, type RecipeAndRun, type RunState } from '../run/run-state';

export interface GoalState {
  readonly goal: Goal;
  /** The recipe the goal was set for, whose rows it is about; null if there was none. */
  readonly setFor: Recipe | null;
  /** The point at which it was first reached since it was set; null if it was not. Later runs do not change it. */
  readonly reached: ReachedPlace | null;
}

/** The goal, and the run and recipe that it is judged by. */
export interface GoalAndRun extends RecipeAndRun {
  readonly goal: GoalState | null;
}

export interface ReachedPlace extends RunPoint {
  readonly runId: number;
}

export function goalSet(goal: Goal, setFor: Recipe | null): GoalState {
  return { goal, setFor, reached: null };
}

/** Null if no goal is set. If the recipe has changed, it is judged without a run. */
export function judgementNow(state: GoalAndRun): Judgement | null {
  const standing = standingOf(state);
  return state.goal === null || standing === null ? null : judge(state.goal.goal, state.goal.setFor, standing);
}

/** The state, with the point at which the goal was first reached. */
export function withGoalFollowed<State extends GoalAndRun>(state: State): State {
  const { goal, run } = state;
  if (goal === null || goal.reached !== null || run === null || judgementNow(state)?.isReached !== true) return state;
  const { epoch, batch } = run.latest.progress;
  return { ...state, goal: { ...goal, reached: { runId: run.description.runId, epoch, batch } } };
}

function standingOf(state: RecipeAndRun): Standing | null {
  const { recipe, run } = state;
  if (recipe !== null && (run === null || isChanged(state))) return { recipe, run: null };
  return run === null ? null : { recipe: run.description.recipe, run: runStanding(run) };
}

function runStanding({ latest, rates, description }: RunState): RunStanding {
  const { epoch, batch, batchInEpoch, batchesInEpoch } = latest.progress;
  const used = rates.filter((change) => change.batch < batch).map(({ learningRate }) => learningRate);
  return {
    loss: latest.loss,
    metrics: latest.metrics,
    epochs: epoch + batchInEpoch / batchesInEpoch,
    batches: batch,
    highestRate: Math.max(description.recipe.optimiser.learningRate, ...used),
    isEdited: latest.edited.length > 0,
    isPlaying: latest.playing,
  };
}

/** The progress that is reported to embedding pages and learning platforms. */
export interface GoalProgress {
  /** The goal as an expression. */
  readonly goal: string;
  readonly reached: boolean;
  /** Conditions that are met, of all conditions; none by a run that does not count. */
  readonly met: number;
  readonly conditions: number;
}

/** Null if no goal is set. A goal that was reached once stays reached. */
export function goalProgress(state: GoalAndRun): GoalProgress | null {
  if (state.goal === null) return null;
  const { goal, reached } = state.goal;
  const conditions = goal.conditions.length;
  const share = reached !== null ? 1 : (judgementNow(state)?.share ?? 0);
  return { goal: goalText(goal), reached: reached !== null, met: Math.round(share * conditions), conditions };
}

export function isSameProgress(one: GoalProgress, other: GoalProgress): boolean {
  return one.goal === other.goal && one.reached === other.reached && one.met === other.met;
}
