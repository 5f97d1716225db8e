/** Everything that a lesson may refer to. */
import type { FigureDescription } from '../../figures/fields.js';

export interface References {
  /** By name. */
  readonly figures: Readonly<Record<string, FigureDescription>>;
  /** The ids of the explanations. */
  readonly subjects: ReadonlySet<string>;
  /** The ids of the presets. */
  readonly presets: ReadonlySet<string>;
  /** The ids of the pages. */
  readonly pages: ReadonlySet<string>;
  /** The ids of the glossary's entries. */
  readonly terms: ReadonlySet<string>;
}

/** `Learning rate` → `learning-rate`. */
export function slug(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}
