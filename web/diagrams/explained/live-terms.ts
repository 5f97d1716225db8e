/** The numbers of a pass that the terms of an explanation stand for. */

import type { Matrix } from '../../engine/types';
import type { Term } from '../../explanations/explanation';
import { shapeText } from '../pass/names';

/** A quantity under its name in a network: `W1`, `∂L/∂W1`. A plain number has no shape. */
export interface LiveTerm {
  readonly name: string;
  readonly value: Matrix | number;
}

/** By the id of a term, or by the role of its array; the id comes first. */
export type LiveTerms = ReadonlyMap<string, LiveTerm>;

export const NO_LIVE_TERMS: LiveTerms = new Map();

export function liveTerm(live: LiveTerms, { id, array }: Pick<Term, 'id' | 'array'>): LiveTerm | undefined {
  return live.get(id) ?? (array === null ? undefined : live.get(array));
}

/** `(32, 13)`; empty for a plain number and for an unknown term. */
export function liveShape(found: LiveTerm | undefined): string {
  return found === undefined || typeof found.value === 'number' ? '' : shapeText(found.value);
}
