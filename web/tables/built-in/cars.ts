/** Cars of 1970 to 1982 and how far they go on a gallon; 406 rows. */
import cells from 'virtual:cars';
import { makeTable, type Table } from '../table';
import { csvColumns } from './csv-columns';

const WARNING =
  'No car in this copy is from 1981 and 61 are from 1982, about twice as many as in other years: it seems to give the ' +
  'cars of both years as 1982. The cars are from the United States market of the 1970s, so a model trained on them says ' +
  'nothing about cars of today.';

export function cars(): Table {
  return makeTable({
    id: 'cars',
    title: 'Cars',
    target: 'Miles per gallon',
    source:
      'Ernesto Ramos and David Donoho, data for the 1983 exposition of the American Statistical Association, from the ' +
      'StatLib archive; from the npm package vega-datasets 3.2.1.',
    licence: 'Distributed in 1982 for educational and scientific purposes',
    warning: WARNING,
    columns: csvColumns(cells, [
      {
        from: 'Name',
        name: 'Name',
        type: 'ignored',
        meaning: 'Make and model.',
        reason: 'Free text: 311 different names in 406 rows.',
      },
      {
        from: 'Miles_per_Gallon',
        name: 'Miles per gallon',
        type: 'number',
        meaning: 'Distance that the car goes on one US gallon (3.785 litres) of petrol.',
        unit: 'miles per gallon',
      },
      { from: 'Cylinders', name: 'Cylinders', type: 'number', meaning: 'Number of cylinders of the engine.' },
      {
        from: 'Displacement',
        name: 'Displacement',
        type: 'number',
        meaning: 'Volume of all cylinders of the engine.',
        unit: 'cubic inches',
      },
      { from: 'Horsepower', name: 'Horsepower', type: 'number', meaning: 'Power of the engine.', unit: 'hp' },
      { from: 'Weight_in_lbs', name: 'Weight', type: 'number', meaning: 'Weight of the car.', unit: 'lb' },
      {
        from: 'Acceleration',
        name: 'Acceleration',
        type: 'number',
        meaning: 'Time from standing still to 60 miles per hour.',
        unit: 's',
      },
      { from: 'Year', name: 'Model year', type: 'date', meaning: '1 January of the model year.' },
      { from: 'Origin', name: 'Origin', type: 'category', meaning: 'Where the maker is from.' },
    ]),
  });
}
