/** Opens recipes and models from links and files, and undoes that; loaded when first needed. */
import { isModelText, type ModelResult, readModel } from '../../export/read-model';
import type { Goal } from '../../goals/goal';
import { readLinkedGoal } from '../../goals/link';
import { readLink, type Shared } from '../../recipe/link';
import { parseRecipeText } from '../../recipe/parse';
import { featureIndex } from '../../state/data/columns';
import type { OpenCommand } from '../../state/page/events';
import type { TrainingClient } from '../../worker/client';
import type { Checkpoint } from '../../worker/protocol';
import type { Store } from './store';

export interface Opener {
  readonly store: Store;
  readonly client: TrainingClient;
  /** Pauses training, so that the page has the same parameters as the worker. */
  rest(): Promise<void>;
  /** Creates a run from the current recipe. */
  open(): Promise<void>;
}

type Command<Type extends OpenCommand['type']> = Extract<OpenCommand, { type: Type }>;

export function runOpening(command: OpenCommand, opener: Opener): Promise<void> {
  switch (command.type) {
    case 'open-link':
      return openLink(command.link, opener);
    case 'open-file':
      return openFile(command, opener);
    case 'undo-opening':
      return undoOpening(opener);
  }
}

async function openLink(link: string, opener: Opener): Promise<void> {
  const result = await readLink(link);
  const linked = readLinkedGoal(link);
  if (!result.ok) {
    opener.store.dispatch({ type: 'opening-refused', sentence: result.sentence });
  } else if (!linked.ok) {
    opener.store.dispatch({ type: 'opening-refused', sentence: linked.sentence });
  } else {
    await openShared(result.shared, 'a link', opener, linked.goal);
  }
}

async function openFile({ name, text }: Command<'open-file'>, opener: Opener): Promise<void> {
  const result = isModelText(text) ? readModel(text) : recipeIn(text);
  if (result.ok) {
    await openShared(result.shared, `the file ${name}`, opener);
  } else {
    opener.store.dispatch({ type: 'opening-refused', sentence: `${name}: ${result.sentence}` });
  }
}

function recipeIn(text: string): ModelResult {
  const result = parseRecipeText(text);
  return result.ok
    ? { ok: true, shared: { recipe: result.recipe, parameters: null } }
    : { ok: false, sentence: result.problems.map(({ sentence }) => sentence).join(' ') };
}

async function openShared(shared: Shared, from: string, opener: Opener, goal?: Goal | null): Promise<void> {
  const { store, client } = opener;
  await opener.rest();
  const checkpoint = await whereItStands(opener);
  store.dispatch({ type: 'shared-opened', shared, from, checkpoint, ...(goal === undefined ? {} : { goal }) });
  await opener.open();
  if (shared.parameters !== null) {
    const snapshot = await client.call('setParameters', { parameters: shared.parameters });
    store.dispatch({ type: 'snapshot-arrived', snapshot });
  }
}

async function whereItStands({ store, client }: Opener): Promise<Checkpoint | null> {
  const { run, crash } = store.state;
  if (run === null) return null;
  return crash === null ? client.call('checkpoint', {}) : client.lastCheckpoint;
}

async function undoOpening({ store, client, rest, open }: Opener): Promise<void> {
  const { opened } = store.state;
  if (opened === null) return;
  await rest();
  const { before, checkpoint } = opened;
  store.dispatch({ type: 'opening-undone' });
  if (before.run === null || checkpoint === null) {
    await open();
    return;
  }
  const { recipe } = before.run.description;
  store.dispatch({ type: 'run-opening' });
  const dependenceFeature = featureIndex(recipe, store.state.dependenceFeature);
  const { description } = await client.call('open', { recipe, dependenceFeature });
  const snapshot = await client.call('restore', { checkpoint });
  store.dispatch({ type: 'run-put-back', before, description, snapshot });
}
