/** Compiles the lessons and checks them against the existing figures, presets and explanations. */
import { SUBJECT_IDS } from '../../explanations/subject-ids.js';
import { FIGURES } from '../../figures/descriptions.js';
import { PRESETS } from '../../recipe/presets';
import { FOR_PAGES } from './html';
import { type Library, readLibrary, type Surroundings } from './library';

export const SURROUNDINGS: Surroundings = {
  figures: FIGURES,
  subjects: new Set(SUBJECT_IDS),
  presets: new Set(PRESETS.map(({ id }) => id)),
};

export function readLessons(folder: string, writing = FOR_PAGES): Library {
  return readLibrary(folder, SURROUNDINGS, writing);
}
