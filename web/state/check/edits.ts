/** Parameters changed by hand, with undo and redo. */
import type { Snapshot } from '../../worker/protocol';
import type { RunState } from '../run/run-state';

export interface Edit {
  /** Index in the flat array of all parameters. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** One edit of one parameter. A whole drag is one edit. */
  readonly gesture: number;
}

export interface Edits {
  /** Where the first edit of this run was made, and the parameters just before it. */
  readonly first: { readonly epoch: number; readonly batch: number; readonly parameters: Float64Array };
  /** The batch that all of `past` and `future` belong to. Further training clears the history. */
  readonly batch: number;
  /** The parameters before `past`. */
  readonly trained: Float64Array;
  readonly past: readonly Edit[];
  /** Edits that were undone; the next to redo is last. */
  readonly future: readonly Edit[];
}

export interface ParameterEdit {
  readonly type: 'edit-parameter';
  readonly index: number;
  readonly value: number;
  readonly gesture: number;
}

export type EditCommand =
  | ParameterEdit
  | { readonly type: 'undo-edit' }
  | { readonly type: 'redo-edit' }
  /** Restores the trained parameters. Every edit can still be redone. */
  | { readonly type: 'drop-edits' };

/** The edits that can be undone or redone now; null if there are none or training has continued. */
export function openEdits(edits: Edits | null, run: RunState | null): Edits | null {
  return edits !== null && run !== null && edits.batch === run.latest.progress.batch ? edits : null;
}

/** Whether the network differs from what its recipe gives. */
export function isEdited(edits: Edits | null, run: RunState | null): boolean {
  if (edits === null) return false;
  const open = openEdits(edits, run);
  return open === null || open.past.length > 0 || open.first.batch !== open.batch;
}

/** The edits after a command; null if the command changes nothing. */
export function editsAfter(edits: Edits | null, run: RunState, command: EditCommand): Edits | null {
  const open = openEdits(edits, run);
  if (command.type === 'edit-parameter') return withEdit(open ?? begun(edits, run), run, command);
  if (open === null) return null;
  switch (command.type) {
    case 'undo-edit':
      return open.past.length === 0 ? null : takenBack(open, 1);
    case 'redo-edit':
      return open.future.length === 0
        ? null
        : { ...open, past: [...open.past, ...open.future.slice(-1)], future: open.future.slice(0, -1) };
    case 'drop-edits':
      return open.past.length === 0 ? null : takenBack(open, open.past.length);
  }
}

/** All parameters with the edits applied, flat. */
export function editedParameters({ trained, past }: Edits): Float64Array {
  const parameters = trained.slice();
  for (const { index, to } of past) parameters[index] = to;
  return parameters;
}

/** The edits after a restart (a reset or a rewind); null if it goes back to before the first edit. */
export function editsAfterSnapshot(edits: Edits | null, { restart, progress, parameters }: Snapshot): Edits | null {
  if (edits === null || !restart) return edits;
  const { first } = edits;
  const isBehind =
    progress.batch < first.batch ||
    (progress.batch === first.batch && parameters.every((value, index) => value === first.parameters[index]));
  return isBehind ? null : { ...edits, batch: Number.NaN };
}

function begun(edits: Edits | null, { latest }: RunState): Edits {
  const { epoch, batch } = latest.progress;
  const first = edits?.first ?? { epoch, batch, parameters: latest.parameters };
  return { first, batch, trained: latest.parameters, past: [], future: [] };
}

function withEdit(edits: Edits, { latest }: RunState, { index, value, gesture }: ParameterEdit): Edits | null {
  const now = latest.parameters[index];
  if (now === undefined || now === value) return null;
  const last = edits.past.at(-1);
  const goesOn = last !== undefined && last.gesture === gesture && last.index === index;
  const edit = { index, from: goesOn ? last.from : now, to: value, gesture };
  return { ...edits, past: [...(goesOn ? edits.past.slice(0, -1) : edits.past), edit], future: [] };
}

function takenBack(edits: Edits, count: number): Edits {
  const kept = edits.past.length - count;
  return { ...edits, past: edits.past.slice(0, kept), future: [...edits.future, ...edits.past.slice(kept).reverse()] };
}

export type UndoKey = 'undo' | 'redo';

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function undoKey({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): UndoKey | null {
  if (ctrlKey === metaKey || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}
