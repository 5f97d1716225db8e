/** The windows in which the bench, and the view of a pass, fill the window and do not scroll. */
import { unsafeCSS } from 'lit';

/** Wide enough for a header of one line, or high enough for one of two. */
export const ONE_SCREEN = unsafeCSS(
  '(min-width: 76rem) and (min-height: 34rem), (min-width: 64rem) and (min-height: 56rem)',
);
