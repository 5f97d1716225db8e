/** A page as a room sees it: one part at a time, a task together with its figure. */
import type { Block, LessonPage } from '../lesson';
import { isWork, type Work, worked } from '../worked';

export type Slide = { readonly kind: 'title' } | { readonly kind: 'part'; readonly part: Block | Work };

export function slidesOf({ blocks }: LessonPage): readonly Slide[] {
  return [{ kind: 'title' }, ...worked(blocks).map((part): Slide => ({ kind: 'part', part }))];
}

/** Whether the part is to be seen whole, rather than read. */
export function hasFigure(slide: Slide): boolean {
  if (slide.kind === 'title') return false;
  return isWork(slide.part) || slide.part.kind === 'figure' || slide.part.kind === 'three-ways';
}

/** Where a key leads; null for a key that is somebody else's. `isFree`: no control has the focus that would want it. */
export type Turn = 'next' | 'previous' | 'leave';

export function turnOf(key: string, isFree: boolean): Turn | null {
  switch (key) {
    case 'Escape':
      return 'leave';
    // What a presenter's remote control sends.
    case 'PageDown':
      return 'next';
    case 'PageUp':
      return 'previous';
    case 'ArrowRight':
    case ' ':
      return isFree ? 'next' : null;
    case 'ArrowLeft':
      return isFree ? 'previous' : null;
    default:
      return null;
  }
}
