/** The option `host-origin` in an embed's fragment: `host-origin=https://course.example`. */
import { shown } from '../../recipe/shown';

export const HOST_ORIGIN = 'host-origin';

export type Pin =
  | { readonly ok: true; readonly origin: string | null }
  /** A whole sentence. The author wanted some origin, so the embed talks to none. */
  | { readonly ok: false; readonly sentence: string };

/** Reads the option; a null origin if it is left out. */
export function readPin(text: string | null): Pin {
  if (text === null) return { ok: true, origin: null };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin) {
    return { ok: true, origin: url.origin };
  }
  return {
    ok: false,
    sentence: `${HOST_ORIGIN} is ${shown(text)}; it must be the origin of the page that frames this one, such as https://course.example, without a path. Until then the frame sends no messages.`,
  };
}
