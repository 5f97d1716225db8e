/** What has been asked of the worker and not been done yet: sliders stand there already, or quick moves would be lost. */
import type { ParameterEdit } from '../check/edits';

export interface Pending {
  /** The batch the run is to go back to. */
  readonly rewind: number | null;
  readonly edit: ParameterEdit | null;
}

export const NOTHING_PENDING: Pending = { rewind: null, edit: null };
