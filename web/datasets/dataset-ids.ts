/** The ids of the data sets, in a separate file so that naming one does not load the data. */
export const DATASET_IDS = ['boston', 'boston-as-first-printed'] as const;

export type DatasetId = (typeof DATASET_IDS)[number];
