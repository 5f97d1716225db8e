/** What the three kinds of part have in common: their interface, and how they fire events. */
import type { EmbedEventName, EmbedEvents, EmbedMethods, EmbedState } from '../api';
import type { PartName } from '../options/options';

export type PartKind = 'run' | 'figure' | 'lesson';

/** The state has been checked before. */
export interface PartMethods extends Omit<EmbedMethods, 'setState'> {
  setState(state: EmbedState): Promise<void>;
}

export type PartElement = HTMLElement & PartMethods;

export function partKind(part: PartName): PartKind {
  return part === 'figure' || part === 'lesson' ? part : 'run';
}

/** Fires an event to the embedding page, through every shadow root. */
export function emit<Name extends EmbedEventName>(from: EventTarget, name: Name, detail: EmbedEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
