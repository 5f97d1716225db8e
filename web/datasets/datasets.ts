/** All data sets that come with the page, by id. */
import { BOSTON, BOSTON_AS_FIRST_PRINTED } from './boston';
import type { Dataset } from './dataset';
import type { DatasetId } from './dataset-ids';

const DATASETS: Readonly<Record<DatasetId, Dataset>> = {
  boston: BOSTON,
  'boston-as-first-printed': BOSTON_AS_FIRST_PRINTED,
};

/** The data set with this id, as a recipe's `data.source` names it. */
export function datasetNamed(id: DatasetId): Dataset {
  return DATASETS[id];
}
