/**
 * The results of a run as tables for other programs: comma-separated, one line of names, all digits of every number.
 */
import type { CurvePoint } from '../engine/types';
import type { PredictedRow } from './results';

/** The loss curve; the validation column is empty if the split has no such rows. */
export function historyCsv(points: readonly CurvePoint[]): string {
  return table(
    ['epoch', 'batch', 'training_loss', 'validation_loss', 'test_loss'],
    points.map(({ epoch, batch, training, validation, test }) => [epoch, batch, training, validation, test]),
  );
}

export function predictionsCsv(rows: readonly PredictedRow[]): string {
  return table(
    ['row', 'actual', 'predicted'],
    rows.map(({ row, actual, predicted }) => [row, actual, predicted]),
  );
}

function table(names: readonly string[], rows: readonly (readonly (number | null)[])[]): string {
  return [names, ...rows].map((cells) => `${cells.map((cell) => cell ?? '').join(',')}\n`).join('');
}
