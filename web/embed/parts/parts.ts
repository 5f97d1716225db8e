/** What an element shows is one of three things, each loaded when the first element shows it. */
import type { EmbedMethods, EmbedState } from '../api';
import type { PartName } from '../options/options';

export type PartKind = 'run' | 'figure' | 'lesson';
/** Its state has been checked when it comes to it. */
export interface PartMethods extends Omit<EmbedMethods, 'setState'> {
  setState(state: EmbedState): Promise<void>;
}

export type PartElement = HTMLElement & PartMethods;

export function partKind(part: PartName): PartKind {
  return part === 'figure' || part === 'lesson' ? part : 'run';
}

/** Rejects where a file cannot be loaded. */
export async function loadPart(kind: PartKind): Promise<void> {
  switch (kind) {
    case 'run':
      await import('./run-part');
      return;
    case 'figure':
      await import('./figure-part');
      return;
    case 'lesson':
      await import('./lesson-part');
      return;
  }
}
