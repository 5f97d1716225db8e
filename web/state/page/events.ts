/** All events of the page. Views send them; `reduce` applies them. */

import type { Nudged } from '../../engine/types';
import type { Goal } from '../../goals/goal';
import type { Shared } from '../../recipe/link';
import type { Recipe } from '../../recipe/schema';
import type { Checkpoint, RunDescription, Snapshot } from '../../worker/protocol';
import type { CheckState } from '../check/check-state';
import type { EditCommand, Edits } from '../check/edits';
import type { ExplainState } from '../inside/explain';
import type { Drawing, Element, Pass, PassSource } from '../inside/inside-state';
import type { FieldValue } from '../recipe/draft';
import type { PlaySpeed } from '../run/pace';
import type { StoredDependence } from '../runs/overlay';
import type { RunResult, StoredRun } from '../runs/stored-run';
import type { ViewName } from './address';
import type { HostContext } from './host-context';
import type { Crash, Opened, PageState, Pending, StartPage, Theme } from './page-state';
import type { Choice } from './pictures';

export type PageEvent =
  | { readonly type: 'host-changed'; readonly host: HostContext }
  | { readonly type: 'view-chosen'; readonly view: ViewName }
  | { readonly type: 'theme-chosen'; readonly theme: Theme }
  | { readonly type: 'speed-chosen'; readonly speed: PlaySpeed }
  | { readonly type: 'loss-scale-chosen'; readonly scale: PageState['lossScale'] }
  | { readonly type: 'dependence-feature-chosen'; readonly name: string }
  /** Of the two pictures below the loss, the left one (0) or the right one (1). */
  | { readonly type: 'picture-chosen'; readonly slot: number; readonly picture: Choice }
  | { readonly type: 'column-chosen'; readonly name: string }
  | { readonly type: 'field-edited'; readonly path: string; readonly value: FieldValue }
  | { readonly type: 'feature-switched'; readonly name: string; readonly on: boolean }
  /** Before the layer at `index`, or before the output layer. */
  | { readonly type: 'layer-added'; readonly index?: number }
  | { readonly type: 'layer-removed'; readonly index: number }
  | { readonly type: 'layer-moved'; readonly from: number; readonly to: number }
  | { readonly type: 'preset-chosen'; readonly id: string }
  | { readonly type: 'replacement-undone' }
  /** Restores the recipe of the current run. */
  | { readonly type: 'changes-dropped' }
  /** A recipe set by the embedding page, without a notice; its run is not created yet. */
  | { readonly type: 'recipe-given'; readonly recipe: Recipe }
  /** The recipe of the current run, extended; training continues from the current point. */
  | { readonly type: 'recipe-extended'; readonly recipe: Recipe }
  /** A recipe from outside replaces the current one; its run is not created yet. */
  | {
      readonly type: 'shared-opened';
      readonly shared: Shared;
      /** Ends the sentence “… was opened from”. */
      readonly from: string;
      readonly checkpoint: Checkpoint | null;
      /** The goal that came with it and replaces the current one; undefined to keep that. */
      readonly goal?: Goal | null;
    }
  /** The recipe was edited after training began, so a new run replaces the current one. */
  | { readonly type: 'run-left'; readonly checkpoint: Checkpoint }
  | { readonly type: 'opening-undone' }
  | { readonly type: 'opening-accepted' }
  /** Something from outside could not be opened. */
  | { readonly type: 'opening-refused'; readonly sentence: string }
  | { readonly type: 'opening-refusal-read' }
  | {
      readonly type: 'run-put-back';
      readonly before: Pick<Opened['before'], 'run' | 'edits'>;
      readonly description: RunDescription;
      readonly snapshot: Snapshot;
    }
  | { readonly type: 'goal-put-away' }
  | { readonly type: 'goal-taken-up' }
  | { readonly type: 'goal-put-away-read' }
  /** `setFor` is the recipe whose rows the goal is about; null for any recipe. */
  | { readonly type: 'goal-set'; readonly goal: Goal | null; readonly setFor: Recipe | null }
  | { readonly type: 'start-page-chosen'; readonly page: StartPage | null }
  | { readonly type: 'sharing-changed'; readonly sharing: boolean }
  | { readonly type: 'text-edited'; readonly text: string }
  | { readonly type: 'text-applied' }
  | { readonly type: 'text-dropped' }
  | { readonly type: 'run-opening' }
  | { readonly type: 'run-opened'; readonly description: RunDescription; readonly snapshot: Snapshot }
  | { readonly type: 'snapshot-arrived'; readonly snapshot: Snapshot }
  | { readonly type: 'engine-failed'; readonly sentence: string }
  | { readonly type: 'request-refused'; readonly sentence: string }
  | { readonly type: 'refusal-dismissed' }
  | { readonly type: 'worker-crashed'; readonly crash: Crash }
  | { readonly type: 'pending-changed'; readonly changes: Partial<Pending> }
  | { readonly type: 'parameters-edited'; readonly edits: Edits; readonly snapshot: Snapshot }
  | { readonly type: 'check-changed'; readonly changes: Partial<CheckState> }
  /** The runs of earlier visits have been loaded. */
  | { readonly type: 'runs-recalled'; readonly runs: readonly StoredRun[] }
  /** A run has been loaded whose page was closed while it was training. */
  | { readonly type: 'run-cut-off'; readonly result: RunResult }
  | { readonly type: 'run-news-read' }
  | { readonly type: 'runs-not-stored' }
  | { readonly type: 'runs-not-stored-read' }
  | { readonly type: 'run-renamed'; readonly id: string; readonly name: string }
  | { readonly type: 'run-shown'; readonly id: string; readonly shown: boolean }
  /** Draws a stored run behind the live one, or removes it. */
  | { readonly type: 'run-overlaid'; readonly id: string; readonly overlaid: boolean }
  | { readonly type: 'dependence-arrived'; readonly recalled: StoredDependence }
  | { readonly type: 'run-deleted'; readonly id: string }
  | { readonly type: 'run-deletion-undone' }
  /** The recipe of a stored run becomes the draft. */
  | { readonly type: 'run-reopened'; readonly id: string }
  | { readonly type: 'drawing-chosen'; readonly drawing: Drawing }
  | { readonly type: 'pass-source-chosen'; readonly source: PassSource }
  | { readonly type: 'pass-step-chosen'; readonly step: number }
  | { readonly type: 'element-chosen'; readonly element: Element }
  | { readonly type: 'updated-parameter-chosen'; readonly updated: number }
  | { readonly type: 'explain-changed'; readonly changes: Partial<ExplainState> }
  /** New numbers are requested during training. */
  | { readonly type: 'pass-outdated' }
  | { readonly type: 'pass-arrived'; readonly pass: Pass };

/** A request to the training worker; it does not change the state by itself. */
export type Command =
  | { readonly type: 'train' }
  /** Trains to the recipe's end as fast as the engine can. */
  | { readonly type: 'skip' }
  /** Extends the recipe of a run that has ended, and continues training. */
  | { readonly type: 'keep-training' }
  | { readonly type: 'pause' }
  | { readonly type: 'step'; readonly unit: 'batches' | 'epochs' }
  /** Train exactly the batch whose pass is on show. */
  | { readonly type: 'update'; readonly pass: Pass }
  | { readonly type: 'reset' }
  | { readonly type: 'new-seed' }
  | { readonly type: 'set-learning-rate'; readonly learningRate: number }
  /** Goes back, or forward again, to a checkpoint of the run. */
  | { readonly type: 'rewind'; readonly batch: number }
  /** Goes back to the best evaluated point, sets another learning rate, and trains on. */
  | { readonly type: 'recover'; readonly learningRate: number }
  /** Continues from the newest checkpoint after the worker crashed. */
  | { readonly type: 'resume' }
  | { readonly type: 'retry' }
  | OpenCommand
  | EditCommand
  | CheckCommand;

export type OpenCommand =
  /** Open the recipe in a link; `link` is everything after the `#`. */
  | { readonly type: 'open-link'; readonly link: string }
  /** Open the recipe or the model in a file. */
  | { readonly type: 'open-file'; readonly name: string; readonly text: string }
  /** Restores the previous recipe and run. */
  | { readonly type: 'undo-opening' };

export type CheckCommand =
  /** Compare the gradients of a parameter, the features or all parameters with numeric ones; pauses training. */
  | {
      readonly type: 'check-gradients';
      readonly what: Nudged | 'network';
      readonly rows: Int32Array | 'next';
    }
  /** Show the slope of one checked element, on the same rows. */
  | { readonly type: 'look-at-slope'; readonly nudged: Nudged; readonly element: number }
  /** Train the run's recipe with and without the summed bias gradient. */
  | { readonly type: 'compare-correction' };

export type Intent = PageEvent | Command;

const COMMANDS: Readonly<Record<Command['type'], true>> = {
  train: true,
  skip: true,
  'keep-training': true,
  pause: true,
  step: true,
  update: true,
  reset: true,
  'new-seed': true,
  'set-learning-rate': true,
  rewind: true,
  recover: true,
  resume: true,
  retry: true,
  'open-link': true,
  'open-file': true,
  'undo-opening': true,
  'edit-parameter': true,
  'undo-edit': true,
  'redo-edit': true,
  'drop-edits': true,
  'check-gradients': true,
  'look-at-slope': true,
  'compare-correction': true,
};

export function isCommand(intent: Intent): intent is Command {
  return intent.type in COMMANDS;
}
