/** Loads a figure's module, which defines its custom element. */
import { LOAD_FOUNDATIONS } from './foundations/load';
import { LOAD_FROM_SCRATCH } from './from-scratch/load';
import { LOAD_FUNDAMENTALS } from './fundamentals/load';

const LOADERS = { ...LOAD_FOUNDATIONS, ...LOAD_FUNDAMENTALS, ...LOAD_FROM_SCRATCH };

/** Rejects where the file cannot be loaded, or where no figure has that name. */
export async function loadFigure(name: string): Promise<void> {
  const load = LOADERS[name];
  if (load === undefined) throw new RangeError(`There is no figure “${name}”.`);
  await load();
}
