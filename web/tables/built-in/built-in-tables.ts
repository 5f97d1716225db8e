/** The tables that come with the page, each loaded only when it is chosen. */
import type { Table } from '../table';
import type { GeneratedId, GeneratedOptions } from './generated';

export const FIXED_TABLE_IDS = ['penguins', 'cars'] as const;
export type FixedTableId = (typeof FIXED_TABLE_IDS)[number];

const FIXED: Readonly<Record<FixedTableId, () => Promise<Table>>> = {
  penguins: async () => (await import('./penguins')).penguins(),
  cars: async () => (await import('./cars')).cars(),
};

/** A table with a file of its own. */
export function loadTable(id: FixedTableId): Promise<Table> {
  return FIXED[id]();
}

/** A table that is computed. Error BAD_TABLE if an option is out of its bounds. */
export async function loadGeneratedTable(id: GeneratedId, options: GeneratedOptions): Promise<Table> {
  return (await import('./generated')).generatedTable(id, options);
}
