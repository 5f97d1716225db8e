/** Today's data sets, which hold numbers only, as tables. */
import { columnValues, type Dataset } from '../datasets/dataset';
import { makeTable, type Table } from './table';

/** The data set as a table of number columns with the same names, units, meanings and values, none of them missing. */
export function tableFromDataset(dataset: Dataset): Table {
  const { id, title, defaultTarget, source, warning } = dataset;
  return makeTable({
    id,
    title,
    target: defaultTarget,
    source,
    ...(warning === undefined ? {} : { warning }),
    columns: dataset.columns.map((column, index) => ({
      ...column,
      type: 'number',
      values: columnValues(dataset, index),
    })),
  });
}
