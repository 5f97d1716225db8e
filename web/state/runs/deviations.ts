/** In words, what was done to a run that its recipe does not say: training the recipe again gives other numbers. */
import { plain, whole } from '../page/format';
import type { KeptRun, RunResult } from './stored-runs';

/** Whether the recipe alone gives this run. */
export function isOfItsRecipe({ rates, edited }: RunResult): boolean {
  return rates.length === 0 && edited.length === 0;
}

/** What was done, in order, each as the end of a sentence; `kept` holds the run it was branched from, if that is still there. */
export function deviations(run: KeptRun, kept: readonly KeptRun[]): readonly string[] {
  const done = [
    ...run.rates.map(({ epoch, batch, learningRate }) => ({
      batch,
      text: `learning rate ${plain(learningRate)} from epoch ${whole(epoch)}`,
    })),
    ...run.edited.map(({ batch }) => ({ batch, text: `edited by hand at batch ${whole(batch)}` })),
  ].sort((one, other) => one.batch - other.batch);
  return [...branchText(run, kept), ...done.map(({ text }) => text)];
}

function branchText({ branch }: KeptRun, kept: readonly KeptRun[]): string[] {
  if (branch === null) {
    return [];
  }
  const name = kept.find(({ id }) => id === branch.run)?.name;
  const from = name === undefined ? 'a run since deleted' : `“${name}”`;
  return [`branched from ${from} at epoch ${whole(branch.epoch)}`];
}
