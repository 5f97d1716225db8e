/** A run's place as text that can be stored anywhere, and back; checked, since anyone may have written it. */
import type { CurvePoint } from '../engine/types';
import { packed, unpacked } from '../recipe/packed-bytes';
import type { Checkpoint, KeptPoint } from '../worker/protocol';

/** A capture of the largest network there is, and a curve beside it, fit in many times. */
const MOST_BYTES = 200_000_000;

/** Not finite where a run has diverged, which JSON has no word for. */
type Written = number | string | null;

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

function keptPoint(value: unknown): KeptPoint {
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
