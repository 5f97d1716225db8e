/**
 * Reads and checks runs from the browser's storage, which an older version of the page or other code may have written.
 */
import type { CurvePoint, LossBySet, Metrics, RunStatus } from '../../engine/types';
import { parseRecipe } from '../../recipe/parse';
import type { RunPoint } from '../../worker/protocol';
import type { Branch, RateChange, RunResult, StoredRun } from './stored-run';
import { RUN_COLOURS } from './stored-runs';

type Fields = Readonly<Record<string, unknown>>;

const STATUSES: readonly unknown[] = [
  'training',
  'finished',
  'stopped-early',
  'diverged',
] satisfies readonly RunStatus[];
const METRICS: readonly (keyof Metrics)[] = ['rows', 'targetMean', 'mae', 'mse', 'rmse', 'relativeRmse', 'r2'];

/** The valid runs, in the order in which they were created. */
export function readStoredRuns(stored: readonly unknown[]): readonly StoredRun[] {
  const inOrder = (one: StoredRun, other: StoredRun) => one.id.localeCompare(other.id, 'en', { numeric: true });
  return stored.map(withAddedFields).filter(isStoredRun).flatMap(withWholeRecipe).sort(inOrder);
}

/** A run that was stored while it was being trained; null if it is not valid. */
export function readRunUnderWay(stored: unknown): RunResult | null {
  const [result = null] = [stored].map(withAddedFields).filter(isResult).flatMap(withWholeRecipe);
  return result;
}

/** Fields that the first versions did not store, with their defaults. */
function withAddedFields(value: unknown): unknown {
  return isFields(value)
    ? { edited: [], parameters: null, cutOff: false, branch: null, loss: lossOfMetrics(value.metrics), ...value }
    : value;
}

/** Before the loss was stored, it was always the mean squared error. */
function lossOfMetrics(metrics: unknown): unknown {
  const errorOf = (set: unknown): unknown => (isFields(set) ? set.mse : null);
  return isFields(metrics)
    ? { training: errorOf(metrics.training), validation: errorOf(metrics.validation), test: errorOf(metrics.test) }
    : null;
}

/** The recipe with the fields that later versions have added; nothing if it can no longer be run. */
function withWholeRecipe<Run extends RunResult>(run: Run): Run[] {
  const parsed = parseRecipe(run.recipe);
  return parsed.ok ? [{ ...run, recipe: parsed.recipe }] : [];
}

function isStoredRun(value: unknown): value is StoredRun {
  return (
    isResult(value) &&
    'id' in value &&
    typeof value.id === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'colour' in value &&
    isWhole(value.colour) &&
    value.colour < RUN_COLOURS &&
    'branch' in value &&
    (value.branch === null || isBranch(value.branch))
  );
}

function isResult(value: unknown): value is RunResult {
  return (
    isFields(value) &&
    isFields(value.recipe) &&
    STATUSES.includes(value.status) &&
    isWhole(value.epoch) &&
    isWhole(value.batch) &&
    isListOf(value.curve, isCurvePoint) &&
    isLoss(value.loss) &&
    isFields(value.metrics) &&
    isMetrics(value.metrics.training) &&
    (value.metrics.validation === null || isMetrics(value.metrics.validation)) &&
    isMetrics(value.metrics.test) &&
    isListOf(value.rates, isRateChange) &&
    isListOf(value.edited, isPlace) &&
    (value.parameters === null || value.parameters instanceof Float64Array) &&
    typeof value.cutOff === 'boolean'
  );
}

function isCurvePoint(value: unknown): value is CurvePoint {
  return isFields(value) && isWhole(value.epoch) && isWhole(value.batch) && isLoss(value);
}

function isLoss(value: unknown): value is LossBySet {
  return (
    isFields(value) &&
    typeof value.training === 'number' &&
    (value.validation === null || typeof value.validation === 'number') &&
    typeof value.test === 'number'
  );
}

function isMetrics(value: unknown): value is Metrics {
  return isFields(value) && METRICS.every((name) => typeof value[name] === 'number');
}

function isRateChange(value: unknown): value is RateChange {
  return isPlace(value) && 'learningRate' in value && typeof value.learningRate === 'number';
}

function isBranch(value: unknown): value is Branch {
  return isPlace(value) && 'run' in value && typeof value.run === 'string';
}

function isPlace(value: unknown): value is RunPoint {
  return isFields(value) && isWhole(value.epoch) && isWhole(value.batch);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
