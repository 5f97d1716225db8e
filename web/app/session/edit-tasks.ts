/** Sets parameters that were typed or dragged by hand, and undoes and redoes such edits. */
import { type EditCommand, editedParameters, editsAfter } from '../../state/check/edits';
import type { TrainingClient } from '../../worker/client';
import type { Store } from './store';

export interface Editor {
  readonly store: Store;
  readonly client: TrainingClient;
  /** Pauses training, so that the page has the same parameters as the worker. */
  rest(): Promise<void>;
}

export async function runEdit(command: EditCommand, editor: Editor): Promise<void> {
  const { store } = editor;
  const { edit } = store.state.pending;
  // The drag has continued, so a newer value follows.
  if (command !== edit && command.type === 'edit-parameter' && command.gesture === edit?.gesture) return;
  try {
    await applied(command, editor);
  } finally {
    if (store.state.pending.edit === command) store.dispatch({ type: 'pending-changed', changes: { edit: null } });
  }
}

async function applied(command: EditCommand, { store, client, rest }: Editor): Promise<void> {
  await rest();
  const { run, edits } = store.state;
  const next = run === null ? null : editsAfter(edits, run, command);
  if (next === null) return;
  const snapshot = await client.call('setParameters', { parameters: editedParameters(next) });
  store.dispatch({ type: 'parameters-edited', edits: next, snapshot });
}
