/** What a grader needs of a run. Loaded when it is first asked for. */
import { datasetNamed } from '../../datasets/datasets';
import { namedParameters, predictedRows } from '../../export/results';
import type { RunState } from '../../state/run/run-state';
import type { EmbedResult } from '../api';
import { progressOf } from './run-progress';

/** The run at its latest point; progress, parameters and predictions are of the same batch. */
export function resultOf(run: RunState, waiting: boolean): EmbedResult {
  const { description, latest } = run;
  const { recipe, rows, parameters } = description;
  return {
    version: 1,
    recipe,
    progress: progressOf(run, waiting),
    edited: latest.edited.length > 0,
    parameters: namedParameters(parameters, latest.parameters),
    predictions: predictedRows(datasetNamed(recipe.data.source), recipe.data.target, rows.test, latest.testPredictions),
  };
}
