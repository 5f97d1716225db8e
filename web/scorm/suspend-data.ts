/** The data that a platform stores between visits: the element's state, without the parts that would be too long. */
import type { EmbedState } from '../embed/api';

/** Characters; the standard's CMIString4096. */
export const LONGEST_SUSPEND_DATA = 4096;

/** Null if it would be too long. It contains the recipe, but not trained weights, which would not fit. */
export function writeSuspendData(state: EmbedState): string | null {
  const run = state.run === null ? null : { ...state.run, checkpoint: null };
  const text = ascii(JSON.stringify({ ...state, run }));
  return text.length <= LONGEST_SUSPEND_DATA ? text : null;
}

/** The data for `setState`, which checks it; null if nothing was stored or it is incomplete. */
export function readSuspendData(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Other characters are escaped, because platforms handle them differently. */
function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
