/** What a run has come to, and what is left behind where it goes back to an earlier point. */
import type { Snapshot } from '../worker/protocol';
import type { RateChange, RunResult } from './kept-runs';
import type { RunState } from './run-state';

export function resultOf({ description, latest, curve, rates }: RunState): RunResult {
  const { status, epoch, batch } = latest.progress;
  return { recipe: description.recipe, status, epoch, batch, curve, metrics: latest.metrics, rates };
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
