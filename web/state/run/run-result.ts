/** What a run has come to, and what is left behind where it goes back to an earlier point. */
import type { Snapshot } from '../../worker/protocol';
import { MOST_PARAMETERS, type RateChange, type RunResult } from '../runs/stored-runs';
import type { RunState } from './run-state';

export function resultOf({ description: { recipe }, latest, curve, rates }: RunState): RunResult {
  const { metrics, edited } = latest;
  const { status, epoch, batch } = latest.progress;
  const parameters = latest.parameters.length <= MOST_PARAMETERS ? latest.parameters : null;
  return { recipe, status, epoch, batch, curve, metrics, rates, edited, parameters, cutOff: false };
}

/** What would be lost if the page were closed now: a run that has come to an epoch and not to its end. */
export function underWay(run: RunState | null): RunResult | null {
  const result = run === null ? null : (run.left ?? resultOf(run));
  return result?.status === 'training' && result.epoch >= 1 ? result : null;
}

/**
 * What the run had come to before it was rewound, for as long as one can still go back there: until it goes on from
 * the earlier point or with another learning rate.
 */
export function leftBehind(run: RunState, { restart, progress }: Snapshot): RunResult | null {
  const before = run.latest.progress;
  if (!restart) {
    const goesOn = progress.batch !== before.batch || progress.learningRate !== before.learningRate;
    return goesOn ? null : run.left;
  }
  const reached = run.left ?? resultOf(run);
  return progress.batch < reached.batch ? reached : null;
}

/** The changes of the learning rate up to where the snapshot is, with the one it brings if it does. */
export function ratesUpTo(run: RunState, { restart, progress }: Snapshot): readonly RateChange[] {
  const { epoch, batch, learningRate } = progress;
  const known = restart ? (run.left?.rates ?? run.rates).filter((change) => change.batch <= batch) : run.rates;
  const rate = known.at(-1)?.learningRate ?? run.description.recipe.optimiser.learningRate;
  return rate === learningRate
    ? known
    : [...known.filter((change) => change.batch < batch), { epoch, batch, learningRate }];
}
