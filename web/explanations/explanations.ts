/** The explanations, compiled at build time and loaded on first use. */
import titles from 'virtual:explanation-titles';
import type { Explanation, ExplanationName } from './explanation';
import { SUBJECT_IDS, type SubjectId } from './subject-ids.js';

export type { SubjectId };

/** All of them, in the course's order. */
export const explanationIds: readonly (ExplanationName & { readonly id: SubjectId })[] = SUBJECT_IDS.map((id) => ({
  id,
  title: titles[id],
}));

export const isSubjectId = (id: string): id is SubjectId => SUBJECT_IDS.some((known) => known === id);

/** Rejects if the explanations cannot be loaded; another call tries again. */
export async function loadExplanation(id: SubjectId): Promise<Explanation> {
  const { default: explanations } = await import('virtual:explanations');
  return explanations[id];
}
