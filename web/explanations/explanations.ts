/** The explanations, compiled when the page is built and loaded when first asked for. */
import titles from 'virtual:explanation-titles';
import type { Explanation, ExplanationName } from './explanation';
import { SUBJECT_IDS, type SubjectId } from './subject-ids.js';

export type { SubjectId };

/** All there are, in the course's order. */
export const explanationIds: readonly (ExplanationName & { readonly id: SubjectId })[] = SUBJECT_IDS.map((id) => ({
  id,
  title: titles[id],
}));

export const isSubjectId = (id: string): id is SubjectId => SUBJECT_IDS.some((known) => known === id);

/** Rejects if the explanations cannot be loaded; asked again, it tries again. */
export async function loadExplanation(id: SubjectId): Promise<Explanation> {
  const { default: explanations } = await import('virtual:explanations');
  return explanations[id];
}
