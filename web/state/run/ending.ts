/** The notice that says why a run stopped, with the numbers that decided it. */
import type { Evaluation } from '../../engine/types';
import { measure, measuresApart, plain, whole } from '../page/format';
import type { Notice } from '../page/notice';
import type { PageState } from '../page/page-state';
import { presetBehind } from '../recipe/recipe-state';
import type { RunState } from './run-state';

/** The notice about the end of the run; null before the end. */
export function ending({ run, crash }: PageState): Notice | null {
  if (run === null || crash !== null) {
    return null;
  }
  switch (run.latest.progress.status) {
    case 'training':
      return null;
    case 'finished':
      return finished(run);
    case 'stopped-early':
      return stoppedEarly(run);
    case 'diverged':
      return diverged(run);
  }
}

function finished(run: RunState): Notice {
  const { loss } = run.latest;
  const { baselines } = run.description;
  return {
    id: 'finished',
    tone: isBetterThanLeastSquares(run) ? 'good' : 'note',
    title: 'Training finished',
    text: `Loss on the test rows ${measure(loss.test)}; least squares ${measure(baselines.leastSquares.loss.test)}.`,
    actions: [],
  };
}

function isBetterThanLeastSquares({ latest, description }: RunState): boolean {
  return latest.loss.test < description.baselines.leastSquares.loss.test;
}

function judgedRows(run: RunState): string {
  return run.description.rows.validation.length > 0 ? 'validation rows' : 'test rows';
}

function place(run: RunState, evaluation: Evaluation): string {
  const byEpochs = run.description.recipe.training.evaluateEvery.unit === 'epochs';
  return byEpochs ? `epoch ${whole(evaluation.epoch)}` : `batch ${whole(evaluation.batch)}`;
}

function stoppedEarly(run: RunState): Notice {
  const [before, last] = run.compared;
  const text = before === undefined || last === undefined ? '' : comparison(run, before, last);
  return {
    id: 'stopped-early',
    tone: isBetterThanLeastSquares(run) ? 'good' : 'note',
    title: 'Stopped early',
    text,
    actions: [],
  };
}

function comparison(run: RunState, before: Evaluation, last: Evaluation): string {
  const [lossBefore, lossLast] = measuresApart(before.loss, last.loss);
  return (
    `At ${place(run, last)} the loss on the ${judgedRows(run)} was ${lossLast}, no better than ${lossBefore} at ` +
    `${place(run, before)}. The run keeps the parameters of ${place(run, before)}.`
  );
}

function diverged(run: RunState): Notice {
  const { best } = run.latest;
  const back = best.batch === 0 ? 'the first weights' : `epoch ${whole(best.epoch)}`;
  return {
    id: 'diverged',
    tone: 'bad',
    ...failure(run),
    actions: mendedRates(run).map((learningRate) => ({
      label: `Go back to ${back} with a rate of ${plain(learningRate)}`,
      intent: { type: 'recover', learningRate },
    })),
  };
}

/** A tenth of the rate that diverged, and the rate of the preset that the recipe was made from, if it is smaller. */
function mendedRates({ latest: { progress }, description: { recipe } }: RunState): readonly number[] {
  const tenth = Number((progress.learningRate / 10).toPrecision(12));
  const usual = presetBehind(recipe)?.recipe.optimiser.learningRate ?? tenth;
  return usual < progress.learningRate && usual !== tenth ? [tenth, usual] : [tenth];
}

/** What was not finite: an evaluation's loss, a batch's loss, or the parameters after the next step. */
function failure(run: RunState): Pick<Notice, 'title' | 'text'> {
  const { batch, batchLoss, learningRate } = run.latest.progress;
  const rate = plain(learningRate);
  const overshot = `With a learning rate of ${rate} the steps overshot and the errors grew`;
  const ending = `${lowest(run)} A smaller rate takes smaller steps.`;
  const evaluation = run.compared.at(-1);
  if (evaluation !== undefined && evaluation.batch === batch && !Number.isFinite(evaluation.loss)) {
    return {
      title: `Training diverged at batch ${whole(batch)}`,
      text:
        `${overshot}, until the evaluation at ${place(run, evaluation)} found a loss on the ${judgedRows(run)} of ` +
        `${measure(evaluation.loss)}. Training stopped there. ${ending}`,
    };
  }
  // `batch` counts finished batches; the one that failed changed nothing.
  const failed = whole(batch + 1);
  const cause = Number.isFinite(batchLoss)
    ? `until at batch ${failed}, with a loss of ${measure(batchLoss)}, the next step led to a number that is not finite`
    : `until the loss of batch ${failed} was ${measure(batchLoss)}`;
  return {
    title: `Training diverged at batch ${failed}`,
    text: `${overshot}, ${cause}. Training stopped there, with the last finite parameters. ${ending}`,
  };
}

/** The loss at the point to go back to, if it was evaluated there. */
function lowest(run: RunState): string {
  const { best } = run.latest;
  const point = run.curve.find(({ batch }) => batch === best.batch);
  const loss =
    run.evaluations.points.find(({ batch }) => batch === best.batch)?.loss ?? point?.validation ?? point?.test;
  const where = best.batch === 0 ? 'with the first weights' : `at epoch ${whole(best.epoch)}`;
  return loss === undefined ? '' : `The lowest loss on the ${judgedRows(run)} was ${measure(loss)}, ${where}.`;
}
