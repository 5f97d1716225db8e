/** What a platform keeps from one visit to the next: the element's state, without what would be too long. */
import type { EmbedState } from '../embed/api';

/** Characters; the standard's CMIString4096. */
export const LONGEST_SUSPEND_DATA = 4096;

/** Null where it would be too long. The recipe goes with it; trained weights do not, they would not fit. */
export function writeSuspendData(state: EmbedState): string | null {
  const run = state.run === null ? null : { ...state.run, checkpoint: null };
  const text = ascii(JSON.stringify({ ...state, run }));
  return text.length <= LONGEST_SUSPEND_DATA ? text : null;
}

/** Something to give `setState`, which checks it; null where nothing was kept or it is no longer whole. */
export function readSuspendData(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Platforms differ in what they make of other characters. */
function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
