/** Penguins of three species, measured near Palmer Station; 344 rows. */
import cells from 'virtual:penguins';
import { makeTable, type Table } from '../table';
import { csvColumns } from './csv-columns';

export function penguins(): Table {
  return makeTable({
    id: 'penguins',
    title: 'Penguins',
    target: 'Species',
    source:
      'Kristen Gorman and the Palmer Station Antarctica LTER, 2007 to 2009; collected by Allison Horst, Alison Hill and ' +
      'Kristen Gorman as palmerpenguins; from the npm package vega-datasets 3.2.1.',
    licence: 'CC0 1.0',
    columns: csvColumns(cells, [
      { from: 'Species', name: 'Species', type: 'category', meaning: 'Species of the penguin.' },
      {
        from: 'Island',
        name: 'Island',
        type: 'category',
        meaning: 'Island of the Palmer Archipelago, Antarctica, where the penguin nested.',
      },
      {
        from: 'Beak Length (mm)',
        name: 'Beak length',
        type: 'number',
        meaning: 'Length of the upper edge of the beak.',
        unit: 'mm',
      },
      {
        from: 'Beak Depth (mm)',
        name: 'Beak depth',
        type: 'number',
        meaning: 'Height of the beak.',
        unit: 'mm',
      },
      {
        from: 'Flipper Length (mm)',
        name: 'Flipper length',
        type: 'number',
        meaning: 'Length of a flipper.',
        unit: 'mm',
      },
      { from: 'Body Mass (g)', name: 'Body mass', type: 'number', meaning: 'Mass of the penguin.', unit: 'g' },
      {
        from: 'Sex',
        name: 'Sex',
        type: 'category',
        meaning: 'Sex of the penguin. It is unknown for 11 penguins; for one of them, the file has a dot.',
        missing: ['.'],
      },
    ]),
  });
}
