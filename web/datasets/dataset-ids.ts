/** The ids of the data sets that come with the page, apart from the data so that naming one does not load it. */
export const DATASET_IDS = ['boston', 'boston-as-first-printed'] as const;

export type DatasetId = (typeof DATASET_IDS)[number];
