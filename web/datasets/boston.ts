/** The Boston housing data in two versions: corrected, and with the wrong cell of the course's first printing. */
import table from 'virtual:boston';
import { AS_FIRST_PRINTED_FACTS, BOSTON_FACTS } from './boston-facts';
import { columnIndex, type Dataset } from './dataset';

const { columns: COLUMNS, rows: ROWS } = BOSTON_FACTS;

/** Shape (506, 14), row-major. */
function rowMajor(): Float64Array {
  const columns = COLUMNS.map(({ name }) => {
    const values = table[name.toLowerCase()];
    if (values?.length !== ROWS) throw new Error(`The housing data has no column ${name} of ${ROWS} rows.`);
    return values;
  });
  return Float64Array.from({ length: ROWS * columns.length }, (_, index) => {
    const column = columns[index % columns.length] as readonly number[];
    return column[Math.floor(index / columns.length)] as number;
  });
}

const values = rowMajor();

export const BOSTON: Dataset = { ...BOSTON_FACTS, values };

export const BOSTON_AS_FIRST_PRINTED: Dataset = {
  ...AS_FIRST_PRINTED_FACTS,
  values: values.with(445 * COLUMNS.length + columnIndex(BOSTON, 'CRIM'), 0.6718),
};
