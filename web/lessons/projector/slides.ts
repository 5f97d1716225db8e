/** The parts of a page in projector mode: one at a time, a task together with its figure. */
import type { Block, LessonPage } from '../lesson';
import { isWork, type Work, worked } from '../worked';

export type Slide = { readonly kind: 'title' } | { readonly kind: 'part'; readonly part: Block | Work };

export function slidesOf({ blocks }: LessonPage): readonly Slide[] {
  return [{ kind: 'title' }, ...worked(blocks).map((part): Slide => ({ kind: 'part', part }))];
}

/** Whether the whole part must be visible at once. */
export function hasFigure(slide: Slide): boolean {
  if (slide.kind === 'title') return false;
  const { part } = slide;
  if (isWork(part) || part.kind === 'figure' || part.kind === 'three-ways') return true;
  return part.kind === 'predict' && part.answer.kind === 'curve';
}

/** The part that a key leads to; null for other keys. `isFree`: no control that uses the key has the focus. */
export type Turn = 'next' | 'previous' | 'leave';

export function turnOf(key: string, isFree: boolean): Turn | null {
  switch (key) {
    case 'Escape':
      return 'leave';
    // The keys of a presenter's remote control.
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
