import { describe, expect, it } from 'vitest';
import {
  type EditCommand,
  type Edits,
  editedParameters,
  editsAfter,
  isEdited,
  openEdits,
  undoKey,
} from '../../web/state/check/edits';
import { notices } from '../../web/state/page/notices';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import { openedRun, type RunState } from '../../web/state/run/run-state';
import { description, openedPage, pageAfter, progress, snapshot } from './state-fixtures';

const TRAINED = Float64Array.of(1, 2, 3);

const runWith = (parameters: Float64Array, batch = 10): RunState =>
  openedRun(description(), snapshot({ parameters, progress: progress({ batch }) }));

const edit = (index: number, value: number, gesture: number): EditCommand => ({
  type: 'edit-parameter',
  index,
  value,
  gesture,
});

/** The edits after these commands, carried out one by one as by the worker. */
function carriedOut(...commands: readonly EditCommand[]): { edits: Edits | null; parameters: Float64Array } {
  let edits: Edits | null = null;
  let parameters: Float64Array = TRAINED;
  for (const command of commands) {
    edits = editsAfter(edits, runWith(parameters), command) ?? edits;
    if (edits !== null) parameters = editedParameters(edits);
  }
  return { edits, parameters };
}

describe('editing numbers', () => {
  it('changes the one and leaves the others', () => {
    expect([...carriedOut(edit(1, 7, 1)).parameters]).toEqual([1, 7, 3]);
    expect([...TRAINED]).toEqual([1, 2, 3]);
  });

  it('takes back and makes again, one by one', () => {
    const undo: EditCommand = { type: 'undo-edit' };
    const redo: EditCommand = { type: 'redo-edit' };
    const edits = [edit(1, 7, 1), edit(0, 8, 2), edit(1, 9, 3)];
    const values = (...commands: EditCommand[]) => [...carriedOut(...edits, ...commands).parameters];
    expect(values()).toEqual([8, 9, 3]);
    expect(values(undo)).toEqual([8, 7, 3]);
    expect(values(undo, undo)).toEqual([1, 7, 3]);
    expect(values(undo, undo, undo, undo)).toEqual([1, 2, 3]);
    expect(values(undo, undo, redo)).toEqual([8, 7, 3]);
    expect(values(undo, undo, redo, redo, redo)).toEqual([8, 9, 3]);
    expect(values({ type: 'drop-edits' })).toEqual([1, 2, 3]);
    expect(values({ type: 'drop-edits' }, redo, redo)).toEqual([8, 7, 3]);
    expect(values(undo, edit(2, 5, 4), redo)).toEqual([8, 7, 5]);
  });

  it('undoes a whole drag in one step', () => {
    const { edits } = carriedOut(edit(1, 7, 1), edit(1, 8, 1), edit(1, 9, 1));
    expect(edits?.past).toEqual([{ index: 1, from: 2, to: 9, gesture: 1 }]);
  });

  it('does nothing if there is nothing to do', () => {
    expect(editsAfter(null, runWith(TRAINED), { type: 'undo-edit' })).toBeNull();
    expect(editsAfter(null, runWith(TRAINED), edit(1, 2, 1))).toBeNull();
    expect(editsAfter(null, runWith(TRAINED), edit(3, 2, 1))).toBeNull();
  });

  it('closes the history when training continues, and starts another one there', () => {
    const { edits } = carriedOut(edit(1, 7, 1));
    const later = runWith(Float64Array.of(4, 5, 6), 20);
    expect(openEdits(edits, later)).toBeNull();
    expect(isEdited(edits, later)).toBe(true);
    expect(editsAfter(edits, later, { type: 'undo-edit' })).toBeNull();
    const next = editsAfter(edits, later, edit(0, 9, 2)) as Edits;
    expect([...editedParameters(next)]).toEqual([9, 5, 6]);
    const undone = editsAfter(next, later, { type: 'undo-edit' }) as Edits;
    expect(isEdited(undone, later)).toBe(true);
    expect([...(undone.first.parameters ?? [])]).toEqual([1, 2, 3]);
  });
});

describe('an edited page', () => {
  const parameters = Float64Array.of(1, 7, 3);
  const trained = pageAfter({ progress: progress({ epoch: 2, batch: 10 }), parameters: TRAINED });
  const edits = editsAfter(null, trained.run as RunState, edit(1, 7, 1)) as Edits;
  const at = (batch: number) => progress({ epoch: 2, batch });
  const edited = reduce(trained, {
    type: 'parameters-edited',
    edits,
    snapshot: snapshot({ progress: at(10), parameters }),
  });
  const note = (state: PageState) => notices(state).find(({ id }) => id === 'edited')?.text;
  const arrived = (state: PageState, changes: Parameters<typeof snapshot>[0]) =>
    reduce(state, { type: 'snapshot-arrived', snapshot: snapshot(changes) });

  it('says so, with the number of numbers, and nothing before', () => {
    expect(note(trained)).toBeUndefined();
    expect(note(edited)).toContain('1 number of the network is different from the trained values');
  });

  it('is still reported when training continues from there', () => {
    expect(note(arrived(edited, { progress: at(11) }))).toContain('Since epoch 2');
  });

  it('forgets it when the run goes back behind the edit, or another is opened', () => {
    const reset = { restart: true, progress: progress(), parameters: TRAINED };
    expect(arrived(edited, reset).edits).toBeNull();
    expect(arrived(edited, { restart: true, progress: at(10), parameters: TRAINED }).edits).toBeNull();
    const opened = snapshot({ runId: 2, restart: true });
    expect(reduce(edited, { type: 'run-opened', description: description(), snapshot: opened }).edits).toBeNull();
  });

  it('is kept when the run goes back to a point after the edit, also in another worker', () => {
    const back = { restart: true, progress: at(10), parameters };
    expect(note(arrived(arrived(edited, { progress: at(30) }), back))).toContain('Since epoch 2');
    const crashed = reduce(edited, { type: 'worker-crashed', crash: { sentence: 'Gone.', checkpoint: null } });
    const event = { type: 'run-opened', description: description(undefined, 2) } as const;
    const again = reduce(crashed, { ...event, snapshot: snapshot({ ...back, runId: 2 }) });
    expect(note(again)).toContain('Since epoch 2');
  });

  it('leaves a page without edits as it is', () => {
    expect(openedPage().edits).toBeNull();
    expect(arrived(openedPage(), { restart: true }).edits).toBeNull();
  });
});

it('undo and redo have the keys of each system', () => {
  const key = (name: string, held: object = {}) =>
    undoKey({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  expect(key('z', { ctrlKey: true })).toBe('undo');
  expect(key('z', { metaKey: true })).toBe('undo');
  expect(key('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
  expect(key('Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(key('y', { ctrlKey: true })).toBe('redo');
  expect(key('z')).toBeNull();
  expect(key('z', { ctrlKey: true, altKey: true })).toBeNull();
});
