/** What is known of each data set that comes with the page, without loading its values. */
import { AS_FIRST_PRINTED_FACTS, BOSTON_FACTS } from './boston-facts';
import type { DatasetFacts } from './dataset';
import type { DatasetId } from './dataset-ids';

const FACTS: Readonly<Record<DatasetId, DatasetFacts>> = {
  boston: BOSTON_FACTS,
  'boston-as-first-printed': AS_FIRST_PRINTED_FACTS,
};

export function datasetFacts(id: DatasetId): DatasetFacts {
  return FACTS[id];
}
