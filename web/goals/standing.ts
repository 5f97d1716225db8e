/** What a goal is judged by: a recipe, and where its run stands. */
import type { MetricsBySet } from '../engine/types';
import type { Recipe } from '../recipe/schema';

export interface RunStanding {
  readonly metrics: MetricsBySet;
  /** Whole epochs done, and the part of the next one that is done. */
  readonly epochs: number;
  readonly batches: number;
  /** The highest learning rate that any of its batches was trained with. */
  readonly highestRate: number;
  /** Some of its parameters were set, by hand or by a link, and not trained. */
  readonly isEdited: boolean;
  /** It is training, and its numbers change as they are read. */
  readonly isPlaying: boolean;
}

export interface Standing {
  readonly recipe: Recipe;
  /** Null where this recipe has no run yet. */
  readonly run: RunStanding | null;
}
