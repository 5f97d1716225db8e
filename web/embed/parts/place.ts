/**
 * Converts a run's state to text that can be stored anywhere, and back. It is checked when read, because anyone may
 * have written it.
 */
import type { CurvePoint } from '../../engine/types';
import { linkOf, type Shared } from '../../recipe/link';
import { packed, unpacked } from '../../recipe/packed-bytes';
import type { PageState } from '../../state/page/page-state';
import type { Checkpoint, RunPoint } from '../../worker/protocol';
import type { RunPlace } from '../api';
import { readRecipe } from './start';

/** Many times the size of the largest network's capture and curve. */
const MOST_BYTES = 200_000_000;

/** A loss of a run that diverged may not be finite, which JSON cannot express. */
type Written = number | string | null;

/** The current place of the reader in a run. Throws an Error with a sentence if the recipe is invalid. */
export async function writePlace(state: PageState, checkpoint: Checkpoint | null): Promise<RunPlace> {
  const { view, speed, dependenceFeature: feature, inside, run } = state;
  const recipe = run?.description.recipe ?? state.recipe;
  if (recipe === null)
    throw new Error('The recipe has a problem, so there is no state to store. Fix the recipe first.');
  return {
    link: await linkOf({ recipe, parameters: null }),
    checkpoint: checkpoint === null || checkpoint.batch === 0 ? null : await writeCheckpoint(checkpoint),
    view,
    speed,
    feature,
    drawing: inside.drawing,
    step: inside.step + 1,
  };
}

/** The run and its checkpoint. Throws an Error that says in a sentence what cannot be read. */
export async function readPlace(
  place: RunPlace,
): Promise<{ readonly shared: Shared; readonly checkpoint: Checkpoint | null }> {
  const start = await readRecipe(place.link);
  if (!start.ok) throw new Error(start.sentence);
  if (place.checkpoint === null) return { shared: start.shared, checkpoint: null };
  const checkpoint = await readCheckpoint(place.checkpoint);
  if (checkpoint === null) throw new Error('The state is damaged: the point of its run cannot be read.');
  return { shared: start.shared, checkpoint };
}

export async function writeCheckpoint({ epoch, batch, capture, curve, edited }: Checkpoint): Promise<string> {
  const points = curve.map((point) => [
    point.epoch,
    point.batch,
    ...[point.training, point.validation, point.test].map(written),
  ]);
  const binary = Array.from(capture, (byte) => String.fromCharCode(byte)).join('');
  const json = JSON.stringify({ epoch, batch, capture: btoa(binary), curve: points, edited });
  return packed(new TextEncoder().encode(json));
}

/** Null for a text that `writeCheckpoint` has not made. */
export async function readCheckpoint(text: string): Promise<Checkpoint | null> {
  const bytes = await unpacked(text, MOST_BYTES);
  if (bytes === null) return null;
  try {
    const { capture, curve, edited, ...place } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const binary = atob(String(capture));
    return {
      ...keptPoint(place),
      capture: Uint8Array.from(binary, (character) => character.charCodeAt(0)),
      curve: list(curve).map(curvePoint),
      edited: list(edited).map(keptPoint),
    };
  } catch {
    return null;
  }
}

function written(loss: number | null): Written {
  return loss === null || Number.isFinite(loss) ? loss : String(loss);
}

function curvePoint(value: unknown): CurvePoint {
  const [epoch, batch, training, validation, test] = list(value);
  return {
    ...keptPoint({ epoch, batch }),
    training: loss(training),
    validation: validation === null ? null : loss(validation),
    test: loss(test),
  };
}

function keptPoint(value: unknown): RunPoint {
  const { epoch, batch } = Object(value);
  if (!Number.isSafeInteger(epoch) || !Number.isSafeInteger(batch)) throw new TypeError('not a place of a run');
  return { epoch, batch };
}

function loss(value: unknown): number {
  if (typeof value === 'number' || value === 'Infinity' || value === '-Infinity' || value === 'NaN')
    return Number(value);
  throw new TypeError('not a loss');
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError('not a list');
}
